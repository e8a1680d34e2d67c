import { makeDemoAction } from '../demo/demo.actions.ts';
import type { Action } from '../platform/actions.ts';
import { capacityActions } from '../rooms/capacity/capacity.actions.ts';
import { contactActions } from '../rooms/contacts/contacts.actions.ts';
import { contactFiles } from '../rooms/contacts/contacts.import.ts';
import { qualityActions } from '../rooms/contacts/quality.actions.ts';
import { coverageActions } from '../rooms/coverage/coverage.actions.ts';
import { makeDeliveryActions, makeImportAction } from '../rooms/deliveries/deliveries.actions.ts';
import { effectActions, listEstimatorsAction } from '../rooms/effect/effect.actions.ts';
import { forecastActions } from '../rooms/forecast/forecast.actions.ts';
import { organisationActions } from '../rooms/organisation/organisation.actions.ts';
import { organisationFiles } from '../rooms/organisation/organisation.import.ts';
import { registryReadActions } from '../rooms/registry/client.actions.ts';
import { registryWorkActions } from '../rooms/registry/registry.actions.ts';
import { registryFiles } from '../rooms/registry/registry.import.ts';
import { steeringActions } from '../rooms/steering/steering.actions.ts';

/** The files of every room that owns some, in the order of the format. */
const files = [...organisationFiles, ...registryFiles, ...contactFiles];
const deliveryActions = makeDeliveryActions(files);

export const importAction = makeImportAction(files);

/** Every action of the product, in the order of the rooms. */
export const actions: readonly Action[] = [
  importAction,
  ...deliveryActions,
  ...organisationActions,
  ...registryReadActions,
  ...registryWorkActions,
  ...contactActions,
  ...qualityActions,
  ...coverageActions,
  ...steeringActions,
  listEstimatorsAction,
  ...effectActions,
  ...forecastActions,
  ...capacityActions,
  makeDemoAction({ importDelivery: importAction, listDeliveries: deliveryActions[0] }),
] as readonly Action[];

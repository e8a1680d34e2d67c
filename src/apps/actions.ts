import type { Action } from '../platform/actions.ts';
import { capacityActions } from '../rooms/capacity/capacity.actions.ts';
import { forecastActions } from '../rooms/forecast/forecast.actions.ts';
import { organisationActions } from '../rooms/organisation/organisation.actions.ts';

/** Every action of the product, in the order of the rooms. */
export const actions: readonly Action[] = [
  ...organisationActions,
  ...forecastActions,
  ...capacityActions,
] as readonly Action[];

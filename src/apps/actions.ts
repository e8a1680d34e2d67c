import type { Action } from '../platform/actions.ts';
import { organisationActions } from '../rooms/organisation/organisation.actions.ts';

/** Every action of the product, in the order of the rooms. */
export const actions: readonly Action[] = [...organisationActions] as readonly Action[];

import type { Actor } from '../access.ts';
import type { Action } from '../actions.ts';
import type { Contract, RawInputOf } from '../contract.ts';
import type { Schedule } from './schedule.ts';

/** An action that is called by the clock; the action's name is the job's, so an action is scheduled once. */
export interface Job<C extends Contract = Contract> {
  /** Writes through the transaction of its call, so that what it did and that it is done hold together. */
  readonly action: Action<C>;
  readonly schedule: Schedule;
  readonly input: RawInputOf<C>;
  /** In whose name: no person, with a role that no person can have and no more reach than the action needs. */
  readonly actor: Actor;
}

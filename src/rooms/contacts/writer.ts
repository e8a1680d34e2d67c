import { type Actor, isAdmitted } from '../../platform/access.ts';

/** Roles that write a contact: what is planned is of the planning office too, what was reported of advisers only. */
export const writersOf = {
  planned: ['adviser', 'planner', 'district_manager'],
  reported: ['adviser'],
} as const satisfies Record<string, readonly string[]>;

type Writer = Pick<Actor, 'role'>;

/** Whether a role may write, replace or withdraw a contact row with this outcome. */
export function mayWriteContact(writer: Writer, outcome: string): boolean {
  return isAdmitted(outcome === 'planned' ? writersOf.planned : writersOf.reported, writer);
}

/** Whether a role may undo an act: everything that it wrote and replaced. A withdrawal is of who may write what it withdrew. */
export function mayUndoContacts(writer: Writer, outcomes: readonly string[]): boolean {
  return outcomes.every((outcome) => outcome === 'void' || mayWriteContact(writer, outcome));
}

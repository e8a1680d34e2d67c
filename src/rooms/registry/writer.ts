import { type Actor, isAdmitted } from '../../platform/access.ts';

const service = ['adviser', 'planner', 'district_manager'] as const;
const content = ['adviser'] as const;

/** Roles that write each kind of what people enter of a client. */
export const writersOf = {
  enrolment: service,
  assignment: service,
  work_capacity: content,
  profile: content,
} as const satisfies Record<string, readonly string[]>;

export type Entered = keyof typeof writersOf;

/** Whether a role may enter or undo this of a client. */
export function mayWrite(writer: Pick<Actor, 'role'>, what: Entered): boolean {
  return isAdmitted(writersOf[what], writer);
}

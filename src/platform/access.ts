/**
 * Who acts, as every entrance hands it to an action. The platform knows no roles by name: a contract lists the
 * roles that may call it, and a test fails when a contract names a role that nobody can have.
 */
export interface Actor {
  /** Id of the person, `machine` for the command line, `job` for scheduled work. */
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  /** Keys of the offices within reach, or `all` for the nation. */
  readonly offices: readonly number[] | 'all';
  /** The adviser whose caseload is the actor's own. */
  readonly adviserId: string | null;
  readonly opensProtected: boolean;
  /** What kinds of content the actor may see beside the own role's; set by the room that knows people. */
  readonly marks: readonly string[];
  /** Which of the person's sessions it is, as it is kept (no token); absent where nobody signed in: the machine, jobs. */
  readonly session?: string;
}

/** The administrator of the machine: the command line. May call every action. */
export const machineActor: Actor = {
  personId: 'machine',
  name: 'Beheerder van de machine',
  role: 'machine',
  offices: 'all',
  adviserId: null,
  opensProtected: true,
  marks: [],
};

/** Whether the roles of a contract admit the actor. */
export function isAdmitted(roles: readonly string[] | 'everyone', actor: Pick<Actor, 'role'> | null): boolean {
  if (roles === 'everyone') return true;
  if (actor === null) return false;
  return actor.role === 'machine' || roles.includes(actor.role);
}

/** The lists of work, in the order in which *Today* shows their counters. */
export const worklists = [
  /** must obligation past its date, planned or not */
  'overdue',
  /** must obligation due within 28 days, planned or not */
  'due',
  /** must obligation further ahead */
  'in-view',
  /** planned contact whose day has passed and that nobody reported */
  'to-register',
  'planned-today',
  /** planned on one of seven days, of which today is the first */
  'planned-week',
  /** no must is overdue or due, an advised obligation is */
  'only-advised',
  /** in a must population, not taken into service and not for a reason */
  'not-enrolled',
  /** enrolled, in a must population, no assignment open */
  'without-adviser',
  /** WW, open for 28 days or longer, no profile yet */
  'ww-unprofiled',
  /** declined or unreachable with a review date that has passed */
  'review-passed',
  /** Wajong whose work capacity is not yet assessed */
  'capacity-unknown',
] as const;
export type Worklist = (typeof worklists)[number];

/** States of an obligation that ask for something, from most to least urgent. */
export const openStates = ['overdue', 'overdue_planned', 'due', 'due_planned', 'in_view'] as const;
export type OpenState = (typeof openStates)[number];

/** What the evaluation says of one client within the unit that was asked. */
export interface ClientStanding {
  readonly clientKey: number;
  readonly clientId: string;
  /** Earliest must date in one of the open states and the state of that obligation. */
  readonly state: OpenState | null;
  readonly dueDate: string | null;
  /** Earliest advised date that is overdue or due. */
  readonly advisedDate: string | null;
  readonly lists: ReadonlySet<string>;
  /** Norms with an open obligation. */
  readonly norms: readonly string[];
  /** Schemes of the open benefits of the unit. */
  readonly schemes: readonly string[];
}

export interface WorklistFilters {
  readonly state?: string | undefined;
  readonly norm?: string | undefined;
  readonly scheme?: string | undefined;
}

export function isFiltered(of: ClientStanding, { state, norm, scheme }: WorklistFilters): boolean {
  return (
    (state === undefined || of.state === state) &&
    (norm === undefined || of.norms.includes(norm)) &&
    (scheme === undefined || of.schemes.includes(scheme))
  );
}

/** Whether the client stands on the list. */
export function isOnList(list: Worklist, of: ClientStanding): boolean {
  switch (list) {
    case 'overdue':
      return of.state === 'overdue' || of.state === 'overdue_planned';
    case 'due':
      return of.state === 'due' || of.state === 'due_planned';
    case 'in-view':
      return of.state === 'in_view';
    case 'only-advised':
      return of.advisedDate !== null && (of.state === null || of.state === 'in_view');
    default:
      return of.lists.has(list);
  }
}

/** Earliest date first, then by id: never by a name, so that pages stay where they are. */
export function compareStanding(list: Worklist, a: ClientStanding, b: ClientStanding): number {
  const [first, second] = [placeOf(list, a), placeOf(list, b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Where a client stands on a list; the text by which a page says where the next one begins. */
export function placeOf(list: Worklist, of: ClientStanding): string {
  return `${(list === 'only-advised' ? of.advisedDate : of.dueDate) ?? '9999-12-31'}~${of.clientId}`;
}

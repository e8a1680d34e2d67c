import { type NotEstimable, notEstimable } from '../../stats/index.ts';

/** Flags that may fill each role of the engine, the first that is given first. */
const FLAGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['outcome', ['outcome']],
  ['treatment', ['treatment']],
  ['endogenous', ['endogenous']],
  ['weights', ['weights']],
  ['clusters', ['cluster']],
  ['count', ['count']],
  ['sum of squares', ['sumOfSquares']],
  ['time', ['time', 'stop']],
  ['stop', ['stop', 'time']],
  ['start', ['start']],
  ['entry', ['entry', 'start']],
  ['event', ['event', 'cause']],
  ['cause', ['cause', 'event']],
  ['contact', ['contactTime']],
  ['group', ['by']],
  ['stratum', ['strata']],
  ['invited', ['invited']],
  ['responded', ['responded']],
]);

/** What a refusal is about where the engine, which takes one column for it, does not say so. */
const ABOUT: Partial<Record<NotEstimable['code'], string>> = {
  one_cluster: 'clusters',
  no_events: 'event',
  no_overlap: 'treatment',
  no_take_up_difference: 'endogenous',
};

/** Codes that name a term of the model or a column of the file already. */
const NAMES_A_COLUMN: readonly NotEstimable['code'][] = [
  'collinearity',
  'separation',
  'unknown_column',
  'not_numeric',
  'too_many_levels',
];

/** A product with the treatment is called after the reader's column. */
function withTreatment(
  refusal: NotEstimable,
  term: string,
  treated: string | readonly string[] | undefined,
): NotEstimable {
  const inner = /^treatment(:.+)?$/.exec(term);
  return inner === null || typeof treated !== 'string'
    ? refusal
    : notEstimable(refusal.code, `${treated}${inner[1] ?? ''}`);
}

/** A refusal in the names of the reader's file: the engine knows roles (`time`, `event`), the reader their columns. */
export function nameColumns(refusal: NotEstimable, input: object): NotEstimable {
  const flags = input as Readonly<Record<string, string | readonly string[] | undefined>>;
  const role = refusal.detail ?? ABOUT[refusal.code];
  if (role === undefined) return refusal;
  if (NAMES_A_COLUMN.includes(refusal.code)) return withTreatment(refusal, role, flags.treatment);
  // A covariate may be called as a role is: then it is meant.
  if (Array.isArray(flags.covariates) && flags.covariates.includes(role)) return refusal;
  const columns = (FLAGS.get(role) ?? []).map((name) => flags[name]).find((name) => name !== undefined);
  if (columns === undefined) return refusal;
  return notEstimable(refusal.code, typeof columns === 'string' ? columns : columns.join(', '));
}

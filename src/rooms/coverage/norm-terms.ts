import { computeNormKind, type Norm, type Population, type Term } from './norm.ts';

/** A norm as the evaluation takes it: one row of bound JSON, every dimension of the population a column. */
export interface NormTerms {
  readonly norm_id: string;
  readonly must: boolean;
  readonly reading: boolean;
  readonly scheme: string;
  readonly variant: readonly string[] | null;
  readonly insurer: string | null;
  readonly capacity: readonly string[] | null;
  readonly capacity_not: readonly string[] | null;
  readonly start_from: string | null;
  readonly start_to: string | null;
  /** Whether the population depends on jobs and trajectories; entry then counts from them too. */
  readonly by_activity: boolean;
  /** Admitted or not for: no job and no trajectory, trajectory only, job only, both. */
  readonly activities: readonly boolean[];
  readonly score_max: number | null;
  readonly counts: string;
  readonly once_term: string | null;
  readonly first_term: string | null;
  readonly every_term: string | null;
  readonly each_year: boolean;
}

export function computeNormTerms(of: Norm): NormTerms {
  const { population: p, obligations: o } = of;
  return {
    norm_id: of.id,
    must: of.weight === 'must',
    reading: of.readingOf !== null,
    scheme: p.scheme,
    variant: p.variant ?? null,
    insurer: p.insurer ?? null,
    capacity: p.workCapacity ?? null,
    capacity_not: p.workCapacityNot ?? null,
    start_from: p.startFrom ?? null,
    start_to: p.startTo ?? null,
    by_activity: p.anyOf !== undefined || p.jobOpen !== undefined || p.trajectoryRunning !== undefined,
    activities: [false, true].flatMap((job) => [false, true].map((running) => isActivityAdmitted(p, job, running))),
    score_max: p.firstScoreMax ?? null,
    counts: of.counts,
    once_term: 'once' in o ? interval(o.once) : null,
    first_term: 'once' in o ? null : interval(o.first),
    every_term: 'once' in o ? null : interval(o.every),
    each_year: computeNormKind(of) === 'year',
  };
}

function isActivityAdmitted(p: Population, jobOpen: boolean, trajectoryRunning: boolean): boolean {
  const meets = (wanted: { jobOpen?: boolean | undefined; trajectoryRunning?: boolean | undefined }) =>
    (wanted.jobOpen ?? jobOpen) === jobOpen && (wanted.trajectoryRunning ?? trajectoryRunning) === trajectoryRunning;
  return meets(p) && (p.anyOf === undefined || p.anyOf.some(meets));
}

/** As PostgreSQL reads an interval; adding months clamps to the last day of the month, as the definition asks. */
function interval(term: Term): string {
  return 'months' in term ? `${term.months} months` : `${term.days} days`;
}

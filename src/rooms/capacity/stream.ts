/** People who start, month by month, and how they grow into the work. */
export interface Stream {
  readonly name: string;
  /** Headcount that starts in each month; whole or part of a person (an expectation). */
  readonly starts: readonly number[];
  /** Share of a full adviser's hours in the month of starting, the month after, ...; the last value stays. */
  readonly ramp: readonly number[];
  /** Share of the week that is worked while at school (1 day of school, 4 days of work: 0.8). */
  readonly schoolFactor: number;
  /** Months, counted from the month of starting, in which `schoolFactor` holds. */
  readonly schoolMonths: number;
}

/** Hours of one starter relative to a full adviser, `age` months after the month of starting. */
export function productivity({ ramp, schoolFactor, schoolMonths }: Stream, age: number): number {
  const grown = ramp[Math.min(age, ramp.length - 1)] ?? 1;
  return age < schoolMonths ? grown * schoolFactor : grown;
}

/** Headcount and effective fte of a stream in `month`, when a share `attrition` of it leaves per month. */
export function streamIn(
  stream: Stream,
  month: number,
  attrition: number,
): { headcount: number; effectiveFte: number } {
  let headcount = 0;
  let effectiveFte = 0;
  for (let start = 0; start <= month; start++) {
    const left = (stream.starts[start] ?? 0) * (1 - attrition) ** (month - start);
    headcount += left;
    effectiveFte += left * productivity(stream, month - start);
  }
  return { headcount, effectiveFte };
}

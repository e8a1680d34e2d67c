/**
 * Share of the lifetime hours that a client of a cohort has received on average by the end of calendar month k after the
 * month of entry (k = 0: the entry month itself).
 *
 * Entry is uniform within the entry month and hours run off exponentially with rate `lambda` per month, so
 * C_k / L = 1 - exp(-lambda k) (1 - exp(-lambda)) / lambda. The mean lag of an hour is 1 / lambda months.
 */
export function cumulativeShare(lambda: number, k: number): number {
  return 1 - (Math.exp(-lambda * k) * (1 - Math.exp(-lambda))) / lambda;
}

/** Cumulative hours per client at the end of months 0 .. `months` - 1 after entry, for L = `lifetime` hours. */
export function exponentialCumulative(lifetime: number, lambda: number, months: number): Float64Array {
  const out = new Float64Array(months);
  for (let k = 0; k < months; k++) out[k] = lifetime * cumulativeShare(lambda, k);
  return out;
}

/**
 * Covariance of the base forecasts' errors as a diagonal plus a low-rank part, never written out:
 * W = S (shrink I + (1 - shrink) Z'Z / r) S, with S the standard deviations and Z (r x nodes) the standardised errors.
 */
export type ErrorCovariance = {
  readonly deviations: Float64Array;
  readonly standardised: readonly Float64Array[];
  readonly shrink: number;
};

/** Above this many nodes the correlations are left out (shrink = 1: variance scaling). */
const mostNodesForCorrelation = 1500;
const leastRowsForCorrelation = 6;

/**
 * From past errors (`errors[row][node]`, in units, same origins for all nodes). Correlations shrink to zero by the
 * share of Schafer and Strimmer (2005), as in MinT: Wickramasuriya, Athanasopoulos and Hyndman (2019), JASA 114.
 * With few rows or many nodes only the variances are used.
 */
export function errorCovariance(
  errors: readonly Float64Array[],
  nodes: number,
  mode: 'mint' | 'variance',
): ErrorCovariance {
  const rows = errors.length;
  const deviations = new Float64Array(nodes);
  for (const row of errors) for (let i = 0; i < nodes; i++) deviations[i]! += (row[i]! * row[i]!) / rows;
  let largest = 0;
  for (let i = 0; i < nodes; i++) {
    deviations[i] = Math.sqrt(deviations[i]!);
    largest = Math.max(largest, deviations[i]!);
  }
  const least = largest > 0 ? 1e-6 * largest : 1;
  for (let i = 0; i < nodes; i++) deviations[i] = Math.max(least, deviations[i]!);
  const plain = mode === 'variance' || nodes > mostNodesForCorrelation || rows < leastRowsForCorrelation;
  if (plain) return { deviations, standardised: [], shrink: 1 };
  const standardised = errors.map((row) => row.map((value, i) => value / deviations[i]!));
  return { deviations, standardised, shrink: shrinkage(standardised, nodes) };
}

/** Sum of the variances of the correlations over the sum of their squares, within 0..1. */
function shrinkage(z: readonly Float64Array[], nodes: number): number {
  const rows = z.length;
  let variances = 0;
  let squares = 0;
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0;
      let sumSquares = 0;
      for (const row of z) {
        const product = row[i]! * row[j]!;
        sum += product;
        sumSquares += product * product;
      }
      const mean = sum / rows;
      squares += mean * mean;
      variances += (rows / (rows - 1) ** 3) * (sumSquares - rows * mean * mean);
    }
  }
  return squares > 0 ? Math.min(1, Math.max(0, variances / squares)) : 1;
}

/** W x. */
export function timesCovariance(w: ErrorCovariance, x: Float64Array): Float64Array {
  const scaled = x.map((value, i) => value * w.deviations[i]!);
  const out = scaled.map((value) => w.shrink * value);
  for (const row of w.standardised) {
    let sum = 0;
    for (let i = 0; i < scaled.length; i++) sum += row[i]! * scaled[i]!;
    const share = ((1 - w.shrink) * sum) / w.standardised.length;
    for (let i = 0; i < out.length; i++) out[i]! += share * row[i]!;
  }
  return out.map((value, i) => value * w.deviations[i]!);
}

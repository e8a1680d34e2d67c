/** How events at one time share their risk set: approximations of Efron and Breslow, or all orders counted. */
export type Ties = 'efron' | 'breslow' | 'exact';

export const TIES: readonly Ties[] = ['efron', 'breslow', 'exact'];

/**
 * Sums over the d events of one time, event k (0 .. d - 1) meeting the denominator D_k = S - f_k E with f_k = k / d by
 * Efron and 0 by Breslow; S sums the risks at the time, E those of the events.
 */
interface TieSums {
  /** Sum of log D_k. */
  logs: number;
  /** Sum of 1 / D_k and of f_k / D_k: the hazard, and what an event itself is not exposed to. */
  hazard: number;
  spared: number;
  /** Sums of 1, f_k and f_k^2 over D_k^2. */
  square0: number;
  square1: number;
  square2: number;
}

/** Sums of no events yet, to be filled again at every time. */
export function noTies(): TieSums {
  return { logs: 0, hazard: 0, spared: 0, square0: 0, square1: 0, square2: 0 };
}

/** Fills `sums` for d events of one time. Source: Efron (1977); Breslow (1974). */
export function sumTies(
  sums: TieSums,
  d: number,
  { all, own, efron }: { all: number; own: number; efron: boolean },
): void {
  if (!efron || d === 1) {
    sums.logs = d * Math.log(all);
    sums.hazard = d / all;
    sums.spared = 0;
    sums.square0 = d / (all * all);
    sums.square1 = 0;
    sums.square2 = 0;
    return;
  }
  let hazard = 0;
  let spared = 0;
  let square0 = 0;
  let square1 = 0;
  let square2 = 0;
  let logs = 0;
  let product = 1;
  // Rounding may leave the sum of all below that of the events alone.
  const total = Math.max(all, own);
  const step = own / total / d;
  for (let k = 0; k < d; k++) {
    const part = 1 - k * step;
    const inverse = 1 / part;
    const f = k / d;
    hazard += inverse;
    spared += f * inverse;
    square0 += inverse * inverse;
    square1 += f * inverse * inverse;
    square2 += f * f * inverse * inverse;
    product *= part;
    if (product < 1e-200) {
      logs += Math.log(product);
      product = 1;
    }
  }
  sums.logs = logs + Math.log(product) + d * Math.log(total);
  sums.hazard = hazard / total;
  sums.spared = spared / total;
  const square = total * total;
  sums.square0 = square0 / square;
  sums.square1 = square1 / square;
  sums.square2 = square2 / square;
}

/** Multiplies what the events of one time add to the derivatives. */
export function scaleTies(sums: TieSums, factor: number): void {
  sums.hazard *= factor;
  sums.spared *= factor;
  sums.square0 *= factor;
  sums.square1 *= factor;
  sums.square2 *= factor;
}

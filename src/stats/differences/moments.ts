import { emptyRange, isOneValue, widen } from '../rounding.ts';

/** What a mean needs of the rows behind it: their number, mean and sum of squared deviations. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
}

/** Outcomes of rows; of cells their means, counts and squared deviations within. */
interface MomentRows {
  readonly outcome: ArrayLike<number>;
  readonly treatment: ArrayLike<number>;
  readonly count?: ArrayLike<number> | undefined;
  readonly within?: ArrayLike<number> | undefined;
}

/** Moments of the rows whose arm equals `arm`; two passes, so that a large mean costs no digits. Equal outcomes have none. */
export function momentsOfArm({ outcome, treatment, count, within }: MomentRows, arm: number): Moments {
  let n = 0;
  let sum = 0;
  const range = emptyRange();
  let most = 1;
  for (let i = 0; i < outcome.length; i += 1) {
    if (treatment[i] !== arm) continue;
    const times = count?.[i] ?? 1;
    n += times;
    sum += times * (outcome[i] as number);
    if (times > 0) widen(range, outcome[i] as number);
    // The outcome of a cell that brings sums is a sum over its rows, divided again.
    if (within !== undefined && times > most) most = times;
  }
  const mean = n === 0 ? 0 : sum / n;
  let squares = 0;
  let rest = 0;
  let inside = 0;
  for (let i = 0; i < outcome.length; i += 1) {
    if (treatment[i] !== arm) continue;
    const times = count?.[i] ?? 1;
    const deviation = (outcome[i] as number) - mean;
    squares += times * deviation * deviation;
    inside += within?.[i] ?? 0;
    rest += times * deviation;
  }
  if (n === 0) return { n, mean: 0, squares: 0 };
  if (isOneValue(range, most)) return { n, mean, squares: inside };
  return { n, mean: mean + rest / n, squares: squares - (rest * rest) / n + inside };
}

/** Moments of a cell that is known by its count, sum and sum of squares, as they leave a database. */
export function momentsOfSums({ n, sum, sumOfSquares }: { n: number; sum: number; sumOfSquares: number }): Moments {
  if (n === 0) return { n, mean: 0, squares: 0 };
  return { n, mean: sum / n, squares: Math.max(0, sumOfSquares - (sum * sum) / n) };
}

/** Moments of all rows together, from those of cells that share none. */
export function mergeMoments(cells: readonly Moments[]): Moments {
  let merged: Moments = { n: 0, mean: 0, squares: 0 };
  for (const cell of cells) {
    if (cell.n === 0) continue;
    const n = merged.n + cell.n;
    const shift = cell.mean - merged.mean;
    merged = {
      n,
      mean: merged.mean + (shift * cell.n) / n,
      squares: merged.squares + cell.squares + (shift * shift * merged.n * cell.n) / n,
    };
  }
  return merged;
}

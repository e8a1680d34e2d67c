import { normalQuantile } from '../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** What a design asks of its test. */
export interface PowerTarget {
  /** Chance to find the effect when it is there; 0.8 unless told. */
  readonly power?: number;
  /** Two-sided size of the test; 0.05 unless told. */
  readonly alpha?: number;
  /** Rows with treatment 1 per row with treatment 0; 1 unless told. */
  readonly ratio?: number;
}

/** The normal quantiles of size and power, or undefined where they are no chances. */
export function powerQuantiles({
  power = 0.8,
  alpha = 0.05,
}: PowerTarget): { size: number; power: number } | undefined {
  if (!(alpha > 0 && alpha < 1 && power > alpha / 2 && power < 1)) return undefined;
  return { size: normalQuantile(1 - alpha / 2), power: normalQuantile(power) };
}

/** Names the size or the power that is no chance, where {@link powerQuantiles} found none. */
export function refusePower({ power = 0.8, alpha = 0.05 }: PowerTarget): NotEstimable {
  return notEstimable('out_of_range', alpha > 0 && alpha < 1 ? `power = ${power}` : `alpha = ${alpha}`);
}

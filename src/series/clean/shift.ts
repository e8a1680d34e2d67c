import { seasonsOf } from '../decompose/seasons.ts';
import { medianOf } from './median.ts';

/** A lasting change of level: the first value of the new level and its size on the working scale. */
export type LevelShift = { readonly at: number; readonly size: number };

const rule = { leastAround: 8, noiseTimes: 8, shareInOneStep: 0.8 } as const;

/**
 * Finds one unmistakable shift: between two neighbouring known values, after the season is taken out, the medians of
 * the 8 values (or half a period, at most 24) on both sides differ by more than 8 robust standard deviations of the
 * steps and of the values around their medians, and one step makes at least 80 % of the difference. Undefined when
 * there is none; a trend, an outlier or a return to the old level never counts.
 */
export function levelShift(y: Float64Array, known: Uint8Array, period: number): LevelShift | undefined {
  const n = y.length;
  const around = Math.max(rule.leastAround, Math.min(24, Math.ceil(period / 2)));
  if (n < 2 * around + 2) return undefined;
  const adjusted = seasonsOf(y, period).slow().adjusted;
  const steps = Float64Array.from({ length: n - 1 }, (_, t) => adjusted[t + 1]! - adjusted[t]!);
  const noise = 1.4826 * medianOf(steps.map(Math.abs));
  let best: LevelShift | undefined;
  for (let t = around; t <= n - around; t++) {
    const step = steps[t - 1]!;
    if (!known[t] || !known[t - 1] || Math.abs(step) <= rule.noiseTimes * noise) continue;
    if (best !== undefined && Math.abs(step) <= Math.abs(best.size)) continue;
    const before = adjusted.subarray(t - around, t);
    const after = adjusted.subarray(t, t + around);
    const size = medianOf(after) - medianOf(before);
    const spread = Math.max(spreadOf(before), spreadOf(after));
    const inOneStep = step / size;
    if (Math.abs(size) <= rule.noiseTimes * Math.max(noise, spread)) continue;
    if (inOneStep < rule.shareInOneStep || inOneStep > 1 / rule.shareInOneStep) continue;
    best = { at: t, size };
  }
  return best;
}

function spreadOf(values: Float64Array): number {
  const middle = medianOf(values);
  return 1.4826 * medianOf(values.map((value) => Math.abs(value - middle)));
}

import { seasonsOf } from '../decompose/seasons.ts';
import { medianOf } from './median.ts';

const rule = { each: 3, least: 12, noiseTimes: 12 } as const;

/**
 * The known value that stands out most, if it is unmistakable: after the season is taken out it lies above, or below, the
 * medians of the three values before it and of the three after it by more than 12 robust standard deviations of the
 * steps. A lasting shift, a peak of the season or a bulge of some periods is none. Undefined where none does, and in
 * series of fewer than 12 values.
 * @returns its position
 */
export function findSpike(y: Float64Array, known: Uint8Array, period: number): number | undefined {
  const n = y.length;
  if (n < rule.least) return undefined;
  const { adjusted } = seasonsOf(y, period).slow();
  const noise =
    1.4826 * medianOf(Float64Array.from({ length: n - 1 }, (_, t) => Math.abs(adjusted[t + 1]! - adjusted[t]!)));
  let best: number | undefined;
  let most = rule.noiseTimes * noise;
  for (let t = 0; t < n; t++) {
    if (!known[t]) continue;
    const sides = [adjusted.subarray(Math.max(0, t - rule.each), t), adjusted.subarray(t + 1, t + 1 + rule.each)];
    const above = sides.filter((side) => side.length > 0).map((side) => adjusted[t]! - medianOf(side));
    const away = Math.max(Math.min(...above), -Math.max(...above));
    if (noise === 0 || away <= most) continue;
    most = away;
    best = t;
  }
  return best;
}

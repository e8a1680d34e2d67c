import { noSeason, type Season } from './season.ts';
import { type Decomposition, stl } from './stl.ts';
import { fitsStl, shrunkSeason } from './stl-season.ts';

/** Windows of the two STL seasons (in periods), and the period above which a series counts as long (weekly, daily). */
export const seasonalWindows = { slow: 11, quick: 7, longPeriod: 24 } as const;

export type Seasons = {
  readonly slow: () => Season;
  readonly quick: () => Season;
  readonly trend: () => Float64Array | undefined;
};

/** The STL seasons of one series, each decomposed at most once however many methods ask. */
export function seasonsOf(y: Float64Array, period: number): Seasons {
  const once = (seasonalWindow: number): (() => Decomposition | undefined) => {
    let parts: Decomposition | undefined;
    return () => {
      if (!fitsStl(y.length, period)) return undefined;
      parts ??= stl(y, { period, seasonalWindow });
      return parts;
    };
  };
  const slowParts = once(seasonalWindows.slow);
  const quickParts = once(seasonalWindows.quick);
  const season = (parts: Decomposition | undefined, seasonalWindow: number): Season =>
    parts === undefined ? noSeason(y) : shrunkSeason(y, parts, { period, seasonalWindow });
  return {
    slow: () => season(slowParts(), seasonalWindows.slow),
    quick: () => season(quickParts(), seasonalWindows.quick),
    trend: () => slowParts()?.trend,
  };
}

import { noSeason, type Season } from './season.ts';
import { type Decomposition, stl } from './stl.ts';

/** Smallest series for an STL season: two whole periods and one value. */
export function fitsStl(n: number, period: number): boolean {
  return period >= 2 && n > 2 * period;
}

/**
 * Season by STL, its figures of the last period repeated, shrunk to zero by the share of their size that noise alone
 * would give: the remainder's variance over the number of periods that one figure effectively averages
 * (window / 2.2 for the tricube weights, at most the periods there are).
 */
export function stlSeason(y: Float64Array, period: number, seasonalWindow: number): Season {
  if (!fitsStl(y.length, period)) return noSeason(y);
  return shrunkSeason(y, stl(y, { period, seasonalWindow }), { period, seasonalWindow });
}

/** As `stlSeason`, from a decomposition already made. */
export function shrunkSeason(
  y: Float64Array,
  parts: Decomposition,
  how: { readonly period: number; readonly seasonalWindow: number },
): Season {
  const n = y.length;
  const { period } = how;
  let noise = 0;
  for (const value of parts.remainder) noise += (value * value) / n;
  let size = 0;
  for (let t = n - period; t < n; t++) size += parts.seasonal[t]! ** 2 / period;
  const averaged = Math.min(how.seasonalWindow / 2.2, n / period);
  const keep = size > 0 ? 1 - Math.min(1, noise / averaged / size) : 0;
  return {
    adjusted: y.map((value, t) => value - keep * parts.seasonal[t]!),
    ahead: (step) => keep * parts.seasonal[n - period + (step % period)]!,
  };
}

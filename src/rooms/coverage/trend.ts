import { addShown, isTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import type { NormFigure } from './norm-figure.ts';
import type { ShownFigures } from './shapes.ts';
import { computeWindowDays, type Windows } from './windows.ts';

export interface TrendPart {
  readonly numerator: ShownCount;
  readonly denominator: ShownCount;
  /** Of a mean: days in its window. */
  readonly windowDays: number | null;
}

type Measure = Exclude<keyof NormFigure, 'population' | 'states' | 'still_to_see'> | 'share_closed';
type Shown = Partial<ShownFigures['norms'][string]>;

/** Numerator and denominator of a measure from the figures of a unit; zeros where the norm was not in force. */
export function computeTrendPart(
  { norm, measure }: { readonly norm: string; readonly measure: Measure },
  figures: ShownFigures,
  windows: Windows,
): TrendPart {
  const of: Shown = figures.norms[norm] ?? {};
  switch (measure) {
    case 'share_year':
    case 'share_12m':
    case 'share_in_time': {
      const [numerator, denominator] = of[measure] ?? [0, 0];
      return { numerator, denominator, windowDays: null };
    }
    case 'mean_year':
    case 'mean_12m': {
      const [numerator, denominator] = of[measure] ?? [0, 0];
      return { numerator, denominator, windowDays: computeWindowDays(measure, windows) };
    }
    case 'share_closed': {
      const { population } = figures.closure;
      const missing = addShown([
        figures.closure.not_enrolled,
        figures.closure.overdue,
        figures.closure.overdue_planned,
      ]);
      const numerator = isTooSmall(missing) || isTooSmall(population) ? TOO_SMALL : population - missing;
      return { numerator, denominator: population, windowDays: null };
    }
  }
}

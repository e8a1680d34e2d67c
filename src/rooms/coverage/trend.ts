import type { NormCounts } from './norm-figure.ts';
import type { Windows } from './windows.ts';

export interface TrendPart {
  readonly numerator: number;
  readonly denominator: number;
  /** Of a mean: days in its window. */
  readonly windowDays: number | null;
}

/** Numerator and denominator of a measure from the counts of a unit. */
export function computeTrendPart(measure: string, counts: NormCounts, windows: Windows): TrendPart {
  const of = (name: string) => counts[name] ?? 0;
  switch (measure) {
    case 'share_year':
      return { numerator: of('seen_year'), denominator: of('population'), windowDays: null };
    case 'share_12m':
      return { numerator: of('seen_12m'), denominator: of('population'), windowDays: null };
    case 'share_in_time':
      return { numerator: of('in_time'), denominator: of('in_time_of'), windowDays: null };
    case 'mean_year':
      return { numerator: of('counted_year'), denominator: of('days_year'), windowDays: windows.daysInYear };
    case 'mean_12m':
      return { numerator: of('counted_12m'), denominator: of('days_12m'), windowDays: windows.daysInTwelveMonths };
    case 'share_closed': {
      const missing = of('not_enrolled') + of('overdue') + of('overdue_planned');
      return { numerator: of('population') - missing, denominator: of('population'), windowDays: null };
    }
    default:
      throw new RangeError(`no measure ${measure}`);
  }
}

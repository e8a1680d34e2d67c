import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { productLimit } from './product-limit.ts';
import type { Spells } from './spells.ts';
import { type CurveColumns, type CurveOptions, type CurveReading, survivalCurves } from './survival-curves.ts';
import { survivalInterval } from './survival-interval.ts';

/** A Kaplan-Meier curve: `surv` at `time` with Greenwood's standard error and interval. */
export interface KaplanMeierCurve extends Omit<CurveColumns, 'value'> {
  readonly surv: readonly (number | null)[];
}

export interface KaplanMeier {
  readonly groups: Readonly<Record<string, KaplanMeierCurve>>;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

const READING: CurveReading = {
  steps: productLimit,
  values: (steps) => steps.surv,
  start: 1,
  // Greenwood's sum is infinite once all have left; 0 x infinity is no error.
  se: (steps, j) => (steps.surv[j] as number) * Math.sqrt(steps.variance[j] as number),
  interval: survivalInterval,
  half: 0.5,
};

/**
 * What part is still there after t, from durations of which some are censored and some begin late.
 * @param spells `cause` is the event, 0 or 1; the unit of time is yours.
 * @returns per group: chance, error, interval and numbers at risk at each event time or at `at`; the median with limits
 * read from the interval. Refuses negative durations, entry not before exit, missing values, bad counts.
 * Source: Kaplan & Meier (1958); Greenwood (1926); limits of the median Brookmeyer & Crowley (1982).
 */
export function kaplanMeier(spells: Spells, options: CurveOptions = {}): KaplanMeier | NotEstimable {
  const curves = survivalCurves(spells, options, READING);
  if (isNotEstimable(curves)) return curves;
  const named = [...curves.groups].map(([label, { time, value, ...rest }]): [string, KaplanMeierCurve] => [
    label,
    { time, surv: value, ...rest },
  ]);
  const method = `Kaplan-Meier, Greenwood error, ${options.interval ?? 'log'} interval`;
  return { groups: Object.fromEntries(named), method, warnings: curves.warnings };
}

import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { exponentialHazard } from './product-limit.ts';
import type { Spells } from './spells.ts';
import { type CurveColumns, type CurveOptions, type CurveReading, survivalCurves } from './survival-curves.ts';
import { hazardInterval } from './survival-interval.ts';

/** A cumulative hazard: the number of events expected per head up to `time`. */
interface NelsonAalenCurve extends Omit<CurveColumns, 'value'> {
  readonly cumhaz: readonly (number | null)[];
}

export interface NelsonAalen {
  readonly groups: Readonly<Record<string, NelsonAalenCurve>>;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

const READING: CurveReading = {
  steps: exponentialHazard,
  values: (steps) => steps.hazard,
  start: 0,
  se: (steps, j) => Math.sqrt(steps.variance[j] as number),
  interval: (scale, hazard, { seLog, z }) => hazardInterval(scale, hazard, { se: seLog, z }),
  half: Math.LN2,
};

/**
 * Cumulative hazard sum d/n per group with error sqrt(sum d/n^2); the interval is that of exp(-H) on the scale asked for
 * (`log` is symmetric in H itself, `log-log` in log H), the median that of exp(-H).
 * @returns as `kaplanMeier`; refuses the same input.
 * Source: Nelson (1972); Aalen (1978).
 */
export function nelsonAalen(spells: Spells, options: CurveOptions = {}): NelsonAalen | NotEstimable {
  const curves = survivalCurves(spells, options, READING);
  if (isNotEstimable(curves)) return curves;
  const named = [...curves.groups].map(([label, { time, value, ...rest }]): [string, NelsonAalenCurve] => [
    label,
    { time, cumhaz: value, ...rest },
  ]);
  const method = `Nelson-Aalen, ${options.interval ?? 'log'} interval`;
  return { groups: Object.fromEntries(named), method, warnings: curves.warnings };
}

import {
  accuracyByStep,
  isRefused,
  type Outcome,
  refuseSeries,
  type SeriesRefused,
  type StepAccuracy,
  scaleOfErrors,
  upperValues,
} from '../../../series/index.ts';
import type { FileSeries, SeriesFile } from './assemble-series.ts';
import { forecastEach, forecastTogether, type SeriesAnswer, type Tell } from './run-series.ts';
import { type SeriesRequest, type Setting, settingOf } from './setting.ts';

/**
 * Forecasts from `origins` consecutive earlier ends (the last leaves exactly the horizon) and compares with what came.
 * An origin that leaves a series (in a hierarchy: any part) less than two values is passed over: `origins` of a line says
 * from how many it was measured.
 * MASE: scale = mean |y(t) - y(t - frequency)| over known, unmasked pairs before the origin.
 */
export function backtestFile(
  file: SeriesFile,
  request: SeriesRequest,
  how: { readonly origins: number; readonly tell?: Tell },
): readonly StepAccuracy[] | SeriesRefused {
  const setting = settingOf(file, request);
  if (isRefused(setting)) return setting;
  const outcomes: Outcome[] = [];
  for (let origin = 0; origin < how.origins; origin++) {
    const held = request.horizon + origin;
    const cut = file.series.flatMap((one) =>
      one.values.length - held >= 2 ? [{ ...one, values: one.values.slice(0, -held) }] : [],
    );
    const { hierarchy } = setting;
    if (cut.length === 0 || (hierarchy !== undefined && cut.length < file.series.length)) continue;
    const tell: Tell = (done, total) => how.tell?.(origin * total + done, how.origins * total);
    const answers =
      hierarchy === undefined ? forecastEach(setting, cut, tell) : forecastTogether({ ...setting, hierarchy }, cut);
    if (isRefused(answers)) return answers;
    outcomes.push(...compare(setting, { file, cut, answers, held, origin }));
  }
  return outcomes.length > 0 ? accuracyByStep(outcomes) : refuseSeries('too_short_for_backtest');
}

function compare(
  { masked, request, hierarchy }: Setting,
  past: {
    readonly file: SeriesFile;
    readonly cut: readonly FileSeries[];
    readonly answers: readonly SeriesAnswer[];
    readonly held: number;
    readonly origin: number;
  },
): readonly Outcome[] {
  const whole = new Map<string, { start: number; values: readonly (number | null)[] }>();
  for (const one of past.file.series) whole.set(one.id, one);
  if (hierarchy !== undefined) {
    const bottoms = past.file.series.map(({ values }) => values);
    const sums = [...upperValues(hierarchy, bottoms, request.frequency).map((sum) => sum.values), ...bottoms];
    [...hierarchy.uppers, ...hierarchy.bottoms].forEach(({ id }, i) => {
      whole.set(id, { start: 0, values: sums[i]! });
    });
  }
  return past.answers.map(({ id, level, mean, quantiles }) => {
    const { start, values } = whole.get(id)!;
    const seen = values.map((value, t) => (masked?.[start + t] ? null : value));
    const end = values.length - past.held;
    return {
      level,
      origin: past.origin,
      scale: scaleOfErrors(seen.slice(0, end), request.frequency),
      actual: seen.slice(end, end + request.horizon),
      mean,
      quantiles,
    };
  });
}

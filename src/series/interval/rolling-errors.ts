import { type CheckedSeries, completeSeries } from '../clean/prepare.ts';
import { forecastOnScale, type Method } from '../methods/combination.ts';

/**
 * What would have been forecast earlier, against what came: one row per origin, most recent first. `back` = periods
 * between the origin and the end; `errors[h]` = actual minus forecast, h + 1 steps after the origin, on the working
 * scale, NaN where the actual is unknown. A row has at most `back` and at most `horizon` errors.
 */
export type RollingErrors = readonly { readonly back: number; readonly errors: Float64Array }[];

const mostOrigins = 24;

/**
 * Forecasts again from up to 24 earlier ends, evenly spread over the last horizon plus three periods, each time with
 * only what was known then (gaps are filled anew). An origin whose own value is unknown is passed over. At least two
 * periods and a value, or 60 % of a shorter series, stay for the first fit.
 */
export function rollingErrors(checked: CheckedSeries, horizon: number, method: Method): RollingErrors {
  const n = checked.y.length;
  const { period } = checked;
  const leastTraining = Math.max(3, Math.min(2 * period + 1, Math.floor(0.6 * n)));
  const farthest = Math.min(n - leastTraining, horizon + 3 * Math.max(period, 4));
  const stride = Math.max(1, Math.ceil(farthest / mostOrigins));
  const rows: { back: number; errors: Float64Array }[] = [];
  for (let back = 1; back <= farthest; back += stride) {
    const end = n - back;
    if (!checked.known[end - 1]) continue;
    const steps = Math.min(back, horizon);
    const { y } = completeSeries(checked, end);
    const forecast = forecastOnScale({ y, period, horizon: steps }, method);
    const errors = forecast.map((value, h) => (checked.known[end + h] ? checked.y[end + h]! - value : Number.NaN));
    rows.push({ back, errors });
  }
  return rows;
}

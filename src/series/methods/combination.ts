import { seasonsOf } from '../decompose/seasons.ts';
import { combinationMembers, METHODS, type MethodName, type Modelled } from './members.ts';

export type Method = MethodName | 'combination';

/**
 * Forecast on the working scale by one method or by the default: the mean with equal weights of the members.
 * Each member is kept within the range of the series widened by its own width for every series-length ahead, so that
 * one runaway trend cannot carry the mean.
 */
export function forecastOnScale(
  series: Pick<Modelled, 'y' | 'period' | 'horizon'>,
  method: Method = 'combination',
): Float64Array {
  const { y, period, horizon } = series;
  const modelled = { ...series, seasons: seasonsOf(y, period) };
  const names = membersOf(method, y.length, period);
  const fence = rangeOf(y);
  const out = new Float64Array(horizon);
  for (const name of names) {
    const forecast = METHODS[name](modelled);
    for (let h = 0; h < horizon; h++) {
      const slack = fence.width * (1 + (h + 1) / y.length);
      const kept = Math.min(fence.high + slack, Math.max(fence.low - slack, forecast[h]!));
      out[h]! += kept / names.length;
    }
  }
  return out;
}

/** The methods whose mean a method is: those of the combination, or itself. */
export function membersOf(method: Method, n: number, period: number): readonly MethodName[] {
  return method === 'combination' ? combinationMembers(n, period) : [method];
}

function rangeOf(y: Float64Array): { low: number; high: number; width: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of y) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high, width: high - low };
}

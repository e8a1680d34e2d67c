import { productLimit } from '../product-limit.ts';
import { wholeTable } from '../risk-table.ts';
import { placeAtOrBefore } from '../time-axis.ts';
import type { CoxRows } from './cox-rows.ts';

/**
 * g(t) = 1 - S(t-) at each slot, S the Kaplan-Meier curve of all rows together: a scale of time on which events are
 * spread evenly, so that no late event decides the test alone. 0 at the empty slots.
 */
export function eventTimeScale({ stop, start, event, count }: CoxRows, slotTime: Float64Array): Float64Array {
  const { time, surv } = productLimit(wholeTable({ time: stop, entry: start, cause: event, count }), 0);
  return slotTime.map((t) => {
    const before = placeAtOrBefore(time, t) - 1;
    return before < 0 ? 0 : 1 - (surv[before] as number);
  });
}

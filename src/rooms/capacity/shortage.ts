import type { NotEstimable } from '../forecast/index.ts';
import { notEstimable } from './refusals.ts';

/** Demand against capacity, month by month, in hours. */
export interface Shortage {
  /** Hours still owed at the end of each month; what is not delivered is carried on. */
  readonly backlog: readonly number[];
  /** Hours delivered in each month: the smaller of what is owed and what can be planned. */
  readonly delivered: readonly number[];
  readonly totals: { readonly demand: number; readonly capacity: number; readonly delivered: number };
}

/**
 * Carries undelivered hours forward: backlog = max(0, backlog before + demand - capacity). Unused capacity is not saved.
 * Refuses series of unequal length and numbers below zero.
 */
export function computeShortage(
  demand: readonly number[],
  capacity: readonly number[],
): Shortage | NotEstimable<string> {
  if (demand.length !== capacity.length) return notEstimable('unequal_months', `${demand.length}, ${capacity.length}`);
  const wrong = [...demand, ...capacity].find((hours) => !(Number.isFinite(hours) && hours >= 0));
  if (wrong !== undefined) return notEstimable('bad_amount', String(wrong));
  const backlog: number[] = [];
  const delivered: number[] = [];
  let owed = 0;
  for (const [month, hours] of demand.entries()) {
    const plannable = capacity[month] ?? 0;
    const open = owed + hours;
    owed = Math.max(0, open - plannable);
    backlog.push(owed);
    delivered.push(Math.min(open, plannable));
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { backlog, delivered, totals: { demand: sum(demand), capacity: sum(capacity), delivered: sum(delivered) } };
}

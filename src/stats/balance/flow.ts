import { countedRows, refuseCount } from '../cells.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** Rows of one arm, and how many of them received the service. */
export interface ArmFlow {
  readonly n: number;
  readonly received: number;
}

/**
 * The flow of a trial: rows and receipt per arm, any number of arms.
 * @param arm label of each row
 * @param received 1 or 0 for each row
 * @param count rows that each row stands for, 1 unless told
 *
 * Errors: `unequal_lengths`; `too_few` without rows; `not_binary`.
 */
export function flow(
  arm: readonly string[],
  received: ArrayLike<number>,
  count?: ArrayLike<number>,
): { n: number; arms: Readonly<Record<string, ArmFlow>> } | NotEstimable {
  if (arm.length !== received.length) return notEstimable('unequal_lengths');
  if (arm.length === 0) return notEstimable('too_few');
  const refusal = refuseCount({ count }, arm.length);
  if (refusal !== undefined) return refusal;
  const counts = new Map<string, { n: number; received: number }>();
  for (const [i, label] of arm.entries()) {
    const got = received[i] as number;
    if (got !== 0 && got !== 1) return notEstimable('not_binary', 'received');
    const times = count?.[i] ?? 1;
    if (times === 0) continue;
    const flown = counts.get(label) ?? { n: 0, received: 0 };
    flown.n += times;
    flown.received += times * got;
    counts.set(label, flown);
  }
  const labels = [...counts.keys()].sort();
  return {
    n: countedRows({ count }, arm.length),
    arms: Object.fromEntries(labels.map((label) => [label, counts.get(label) as ArmFlow])),
  };
}

import { type Counted, refuseCount } from '../cells.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** Outcome and treatment (1 or 0), row by row, with neither missing. */
export interface ArmRows extends Counted {
  readonly outcome: ArrayLike<number>;
  readonly treatment: ArrayLike<number>;
}

/** Rows by arm, each as often as it counts. */
interface ArmSizes {
  readonly n: number;
  readonly n1: number;
  readonly n0: number;
}

/** How many rows there are in each arm. */
export function armSizes({ treatment, count }: Pick<ArmRows, 'treatment' | 'count'>): ArmSizes {
  let n = 0;
  let n1 = 0;
  for (let i = 0; i < treatment.length; i += 1) {
    const times = count?.[i] ?? 1;
    n += times;
    n1 += times * (treatment[i] as number);
  }
  return { n, n1, n0: n - n1 };
}

/**
 * Refuses rows that no difference can be taken of: unequal lengths, missing values, other arms than 0 and 1, one arm,
 * counts that are none.
 */
export function refuseArms(rows: ArmRows): NotEstimable | undefined {
  const { outcome, treatment } = rows;
  if (outcome.length !== treatment.length) return notEstimable('unequal_lengths');
  for (let i = 0; i < outcome.length; i += 1) {
    const arm = treatment[i] as number;
    if (Number.isNaN(arm)) return notEstimable('missing_value', 'treatment');
    if (Number.isNaN(outcome[i])) return notEstimable('missing_value', 'outcome');
    if (!Number.isFinite(outcome[i])) return notEstimable('out_of_range', 'outcome');
    if (arm !== 0 && arm !== 1) return notEstimable('not_binary', 'treatment');
  }
  if (outcome.length === 0) return notEstimable('too_few');
  const refusal = refuseCount(rows, outcome.length);
  if (refusal !== undefined) return refusal;
  const { n1, n0 } = armSizes(rows);
  return n1 === 0 || n0 === 0 ? notEstimable('one_arm', 'treatment') : undefined;
}

import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** Outcome and treatment (1 or 0), row by row, with neither missing. */
export interface ArmRows {
  readonly outcome: ArrayLike<number>;
  readonly treatment: ArrayLike<number>;
}

/** Refuses rows that no difference can be taken of: unequal lengths, missing values, other arms than 0 and 1, one arm. */
export function refuseArms({ outcome, treatment }: ArmRows): NotEstimable | undefined {
  if (outcome.length !== treatment.length) return notEstimable('unequal_lengths');
  let treated = 0;
  for (let i = 0; i < outcome.length; i += 1) {
    const arm = treatment[i] as number;
    if (Number.isNaN(arm) || !Number.isFinite(outcome[i])) return notEstimable('missing_value');
    if (arm !== 0 && arm !== 1) return notEstimable('not_binary', 'treatment');
    treated += arm;
  }
  if (outcome.length === 0) return notEstimable('too_few');
  if (treated === 0 || treated === outcome.length) return notEstimable('one_arm');
  return undefined;
}

import { balanceEstimators } from './balance/balance.ts';
import { disclosureEstimators } from './balance/disclosure.ts';
import { designEstimators } from './design/design.ts';
import { differenceEstimators } from './differences/differences.ts';
import type { Estimator } from './estimator.ts';
import { regressionEstimators } from './regression/regression.ts';
import { weightingEstimators } from './regression/weighting.ts';
import { curveEstimators } from './survival/curves.ts';
import { hazardEstimators } from './survival/hazards.ts';

/** Every command of `stats`, in the order of its list. */
export const estimators: readonly Estimator[] = [
  ...differenceEstimators,
  ...regressionEstimators,
  ...weightingEstimators,
  ...balanceEstimators,
  ...curveEstimators,
  ...hazardEstimators,
  ...designEstimators,
  ...disclosureEstimators,
];

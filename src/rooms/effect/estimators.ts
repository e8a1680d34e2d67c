import { balanceEstimator } from './balance/balance.ts';
import { flowEstimator } from './balance/flow.ts';
import { allocateEstimator } from './design/allocate.ts';
import { designEffectEstimator } from './design/design-effect.ts';
import { detectableEstimator } from './design/detectable.ts';
import { eventsEstimator } from './design/events.ts';
import { sampleSizeEstimator } from './design/sample-size.ts';
import { sequentialEstimator } from './design/sequential.ts';
import { cmhEstimator } from './differences/cmh.ts';
import { fisherEstimator } from './differences/fisher.ts';
import { linEstimator } from './differences/lin.ts';
import { meanDifferenceEstimator } from './differences/mean-difference.ts';
import { postStratifiedEstimator } from './differences/post-stratified.ts';
import { proportionDifferenceEstimator } from './differences/proportion-difference.ts';
import { rankSumEstimator } from './differences/rank-sum.ts';
import { suppressEstimator } from './disclosure/suppress.ts';
import type { Estimator } from './estimator.ts';
import { adjustPEstimator } from './multiplicity/adjust-p.ts';
import { cloglogEstimator, logitEstimator } from './regression/binary-regression.ts';
import { gComputationEstimator } from './regression/g-computation.ts';
import { ivEstimator } from './regression/iv.ts';
import { olsEstimator } from './regression/ols.ts';
import { aalenJohansenEstimator } from './survival/aalen-johansen.ts';
import { coxEstimator } from './survival/cox.ts';
import { discreteHazardEstimator } from './survival/discrete-hazard.ts';
import { kaplanMeierEstimator } from './survival/kaplan-meier.ts';
import { logRankEstimator } from './survival/log-rank.ts';
import { nelsonAalenEstimator } from './survival/nelson-aalen.ts';
import { rmstEstimator } from './survival/rmst.ts';
import { timingEstimator } from './survival/timing-of-events.ts';
import { aipwEstimator } from './weighting/aipw.ts';
import { ipwEstimator } from './weighting/ipw.ts';
import { responseWeightedEstimator } from './weighting/response-weighted.ts';

/** Every command of `stats`, in the order of its list. */
export const estimators: readonly Estimator[] = [
  meanDifferenceEstimator,
  proportionDifferenceEstimator,
  fisherEstimator,
  rankSumEstimator,
  cmhEstimator,
  postStratifiedEstimator,
  linEstimator,
  olsEstimator,
  logitEstimator,
  cloglogEstimator,
  gComputationEstimator,
  ivEstimator,
  ipwEstimator,
  aipwEstimator,
  responseWeightedEstimator,
  balanceEstimator,
  flowEstimator,
  adjustPEstimator,
  kaplanMeierEstimator,
  nelsonAalenEstimator,
  logRankEstimator,
  rmstEstimator,
  aalenJohansenEstimator,
  coxEstimator,
  discreteHazardEstimator,
  timingEstimator,
  sampleSizeEstimator,
  detectableEstimator,
  eventsEstimator,
  designEffectEstimator,
  sequentialEstimator,
  allocateEstimator,
  suppressEstimator,
];

/** Statistics as pure functions: everything that this engine publishes. It depends on nothing outside its folder. */
export { type Balance, balance } from './balance/balance.ts';
export { type ArmFlow, flow } from './balance/flow.ts';
export { standardisedDifference } from './balance/standardised-difference.ts';
export type { Counted, Summed } from './cells.ts';
export { type AllocationPlan, allocate } from './design/allocate.ts';
export { designEffect } from './design/design-effect.ts';
export { detectableDifference } from './design/detectable.ts';
export { requiredEvents } from './design/events.ts';
export type { PowerTarget } from './design/power.ts';
export {
  arcsineSampleSize,
  type SampleSize,
  sampleSizeOfMeans,
  sampleSizeOfProportions,
} from './design/sample-size.ts';
export {
  type BoundType,
  equalLooks,
  type SequentialBounds,
  type SequentialDesign,
  sequentialBounds,
} from './design/sequential.ts';
export type { ArmRows } from './differences/arms.ts';
export type { ClusterError } from './differences/clustered-difference.ts';
export { type CmhResult, cochranMantelHaenszel } from './differences/cmh.ts';
export { type FisherResult, fisher } from './differences/fisher.ts';
export { type MeanDifferenceOptions, meanDifference } from './differences/mean-difference.ts';
export { type MeanError, meanDifferenceOfMoments } from './differences/mean-difference-of-moments.ts';
export { type Moments, mergeMoments, momentsOfArm, momentsOfSums } from './differences/moments.ts';
export {
  countProportions,
  type ProportionDifference,
  proportionDifference,
  type Ratio,
  type TwoProportions,
  wilsonInterval,
} from './differences/proportion-difference.ts';
export { type RankSum, rankSum } from './differences/rank-sum.ts';
export { type ShownCount, type ShownTable, suppressSmallCounts, TOO_SMALL } from './disclosure/suppress.ts';
export { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './distributions/chi-square.ts';
export { fCdf, fQuantile, fUpper } from './distributions/f-ratio.ts';
export { logGamma } from './distributions/log-gamma.ts';
export {
  normalCdf,
  normalDensity,
  normalQuantile,
  normalTwoSided,
  normalUpper,
} from './distributions/normal.ts';
export { tCdf, tQuantile, tTwoSided, tUpper } from './distributions/student.ts';
export { compareBytes, crossedCodes, type Factor, factorOf } from './frame/factor.ts';
export {
  binaryColumn,
  type CompleteRows,
  completeRows,
  type Frame,
  frameOf,
  isNumeric,
  numberColumn,
  textColumn,
} from './frame/frame.ts';
export { columnsOfCovariates, termsOf } from './frame/terms.ts';
export { type AdjustedP, adjustP } from './multiplicity/adjust-p.ts';
export {
  isNotEstimable,
  NOT_ESTIMABLE,
  type NotEstimable,
  type NotEstimableCode,
  notEstimable,
} from './not-estimable.ts';
export { type Generator, seededGenerator, shuffle } from './random/generator.ts';
export { type BinaryInput, type BinaryResult, cloglog, logit } from './regression/binary-regression.ts';
export { type GComputationInput, gComputation, type RandomisationScheme } from './regression/g-computation.ts';
export { type InstrumentalEstimate, type InstrumentalRows, instrumental } from './regression/instrumental.ts';
export { type AdjustedRows, lin } from './regression/lin.ts';
export { type OlsInput, type OlsResult, ols, olsByErrors } from './regression/ols.ts';
export {
  postStratified,
  postStratifiedOfMoments,
  type Stratum,
  type StratumMoments,
} from './regression/post-stratified.ts';
export { type Coefficient, coefficientOf, type RegressionTable } from './regression/regression-table.ts';
export type { StandardError } from './regression/standard-error.ts';
export type { Term } from './regression/term.ts';
export type { Estimate, Warning } from './result.ts';
export type { Sentence } from './sentence.ts';
export { type AalenJohansen, aalenJohansen, type IncidenceOptions } from './survival/aalen-johansen.ts';
export { type Cox, type CoxOptions, cox } from './survival/cox/cox.ts';
export type { Covariate, CoxRows } from './survival/cox/cox-rows.ts';
export { type DiscreteHazard, discreteHazard, type PeriodSpells } from './survival/discrete-hazard.ts';
export { type KaplanMeier, type KaplanMeierCurve, kaplanMeier } from './survival/kaplan-meier.ts';
export { type LogRank, logRank } from './survival/log-rank.ts';
export { type NelsonAalen, nelsonAalen } from './survival/nelson-aalen.ts';
export { type RestrictedMeans, rmst } from './survival/rmst.ts';
export type { Grouping, NumberColumn, Spells } from './survival/spells.ts';
export type { CurveOptions } from './survival/survival-curves.ts';
export { type TimedContacts, type TimingOfEvents, timingOfEvents } from './survival/timing-of-events.ts';
export { type AipwInput, aipw } from './weighting/aipw.ts';
export type { Estimand } from './weighting/arm-weights.ts';
export { ipw, type WeightedEstimate, type WeightingInput } from './weighting/ipw.ts';
export { overlap } from './weighting/propensity.ts';
export { type ResponseRows, type ResponseWeightedEstimate, responseWeighted } from './weighting/response-weighted.ts';

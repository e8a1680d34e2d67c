export { bridgeArithmetic } from './bridge/arithmetic.ts';
export { drawNational, type ExpectedNetwork, type Uncertainty } from './cohort/draws.ts';
export { monthIndex, monthName } from './cohort/entry-month.ts';
export { courseFromIntensity } from './cohort/intensity.ts';
export { type NetworkShape, runNetwork, sumRegions } from './cohort/network.ts';
export { jsonInput, orRefuse } from './json-input.ts';
export { isNotEstimable, type NotEstimable } from './not-estimable.ts';
export { number } from './sentence.ts';
export { commandHelp, numbers, words } from './shapes.ts';

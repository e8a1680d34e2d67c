export { ASSUMED_MONTH_WEIGHTS, HOURS_PER_FTE_AUGUST_2019 } from './assumptions.ts';
export { type BridgeArithmetic, bridgeArithmetic } from './bridge/arithmetic.ts';
export { type Bridge, type BridgeQuestion, computeBridge } from './bridge/compute-bridge.ts';
export { monthIndex, monthName } from './cohort/entry-month.ts';
export { type CapacityAssumption, type Definition, type HoursFigure, hoursFigure } from './cohort/figure.ts';
export { number, OUR_READING, type Sentence } from './cohort/sentence.ts';
export { bridge, cohort, triangle } from './contract.ts';
export { isNotEstimable, type NotEstimable } from './not-estimable.ts';
export { textTable } from './text-table.ts';

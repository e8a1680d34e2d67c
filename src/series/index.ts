export { dutchHolidays, easterSunday, holidaysBetween } from '../time/dutch-holidays.ts';
export { accuracyByStep, type Outcome, type StepAccuracy } from './accuracy/backtest.ts';
export { scaleOfErrors, symmetricError } from './accuracy/measures.ts';
export type { Effect } from './clean/effects.ts';
export { fillGaps } from './clean/gaps.ts';
export type { CheckedSeries, RawSeries } from './clean/prepare.ts';
export { type Decomposition, type StlOptions, stl } from './decompose/stl.ts';
export {
  type ForecastOptions,
  forecastSeries,
  type PointForecast,
  pointForecast,
  QUANTILES,
  type SeriesForecast,
  type WorkingForecast,
} from './forecast.ts';
export {
  forecastHierarchy,
  type HierarchyOptions,
  type HierarchySeries,
  type NodeForecast,
  type Reconciliation,
} from './hierarchy/forecast-hierarchy.ts';
export { buildHierarchy, type Hierarchy } from './hierarchy/structure.ts';
export { type UpperValues, upperValues } from './hierarchy/upper-values.ts';
export { drawPaths, type PathOptions } from './interval/paths.ts';
export type { RollingErrors } from './interval/rolling-errors.ts';
export type { Method } from './methods/combination.ts';
export { type MethodName, methodNames } from './methods/members.ts';
export { type Axis, makeAxis } from './period/axis.ts';
export { isoWeekOf, monthOfWeek, weeksInMonth, weeksInYear } from './period/iso-week.ts';
export { leapWeeks, ordinarySteps, withLeapWeeks, withoutLeapWeeks } from './period/leap-week.ts';
export { type Mask, readMask } from './period/mask.ts';
export { sumWeeksToMonths } from './period/week-sums.ts';
export {
  isRefused,
  refuseSeries,
  SERIES_REFUSALS,
  type Sentence,
  type SeriesRefusalCode,
  type SeriesRefused,
} from './refusal.ts';
export { SERIES_WARNINGS, type SeriesWarningCode } from './warning.ts';

export {
  addNorm,
  coverageRefusals,
  differenceMeasures,
  exportWorklist,
  listCounters,
  listFigureBenefits,
  listNorms,
  showClientState,
  showCohorts,
  showCoverage,
  showDifference,
  showMeasures,
  showTrend,
  showWorklist,
  trendMeasures,
} from './contract.ts';
export { type Norm, type Scheme, schemes } from './norm.ts';
export { type NormFigure, type NormState, normStates } from './norm-figure.ts';
export type { DifferenceLine, Moment, NormShown, Reason, UnitFigures, WorklistLine } from './shapes.ts';
export { type OpenState, openStates, type Worklist, worklists } from './worklist.ts';

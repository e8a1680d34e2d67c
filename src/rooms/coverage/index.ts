export {
  exportWorklist,
  listCounters,
  listFigureBenefits,
  listNorms,
  showClientState,
  showCohorts,
  showCoverage,
  showDifference,
  showTrend,
  showWorklist,
} from './contract.ts';
export { type Scheme, schemes } from './norm.ts';
export { findAgreement } from './norm-agreement.ts';
export { type NormState, normStates } from './norm-figure.ts';
export type { Moment, NormShown, Reason, ShownFigures, UnitFigures, WorklistLine } from './shapes.ts';
export { openStates, type Worklist, worklists } from './worklist.ts';

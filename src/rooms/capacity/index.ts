export { clientsServed, fteFor, hoursOf, productivityGain } from './adviser-hours.ts';
export { funnel, type ProjectedMonth, project } from './contract.ts';
export { type FormationMonth, type FormationPlan, projectFormation } from './formation.ts';
export {
  type ExpectedHires,
  type FunnelArithmetic,
  funnelArithmetic,
  projectHires,
  RUNNING_PROCESS,
} from './funnel.ts';
export { growthSignal } from './pace.ts';
export { computeShortage, type Shortage } from './shortage.ts';
export type { Stream } from './stream.ts';

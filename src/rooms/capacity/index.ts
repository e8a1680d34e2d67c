export { type FormationPlan, projectFormation } from './formation.ts';
export { computeShortage } from './shortage.ts';

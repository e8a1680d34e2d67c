import { coveragePageActions } from './coverage-page.actions.ts';
import { differenceActions } from './difference.actions.ts';
import { figureBenefitActions } from './figure-benefits.actions.ts';
import { measureActions } from './measures.actions.ts';
import { normActions } from './norms.actions.ts';
import { trendActions } from './trend.actions.ts';
import { worklistActions } from './worklists.actions.ts';

export { loadMeasures, loadNorms } from './load-measures.actions.ts';
export { ownUnitsOf } from './reach.actions.ts';

export const coverageActions = [
  ...normActions,
  ...measureActions,
  ...coveragePageActions,
  ...trendActions,
  ...figureBenefitActions,
  ...differenceActions,
  ...worklistActions,
] as const;

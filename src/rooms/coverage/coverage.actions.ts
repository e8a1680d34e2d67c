import { measureActions } from './measures.actions.ts';
import { normActions } from './norms.actions.ts';
import { worklistActions } from './worklists.actions.ts';

export { loadMeasures, loadNorms } from './load-measures.actions.ts';

export const coverageActions = [...normActions, ...measureActions, ...worklistActions] as const;

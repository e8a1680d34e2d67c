import type { Queryable } from '../../platform/db/database.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { listAdviserHours, listHours } from './hours.store.ts';
import { listQuality, type QualityWindow, type YearsWindow } from './quality.store.ts';

export type { QualityWindow, YearsWindow } from './quality.store.ts';

/** Registration quality per scheme (null: all) and unit ('' of level nation, districts, offices); run as `figures`. */
export function loadQuality(figures: Queryable, window: YearsWindow) {
  return evaluate(figures, listQuality(window), true);
}

/** Minutes of service, inflow and conversations by channel, per district (null: the nation). */
export function loadHours(figures: Queryable, window: QualityWindow) {
  return evaluate(figures, listHours(window), true);
}

/** Minutes and fte-days of advisers in the line WW, per district of their formation (null: the nation). */
export function loadAdviserHours(figures: Queryable, window: QualityWindow) {
  return evaluate(figures, listAdviserHours(window), true);
}

import type { Queryable } from '../../platform/db/database.ts';
import { listOutcomes } from './outcomes.store.ts';
import { listProfileFigures, type RegisterAt } from './profiles.store.ts';

/** Valid, expired and missing profiles per scheme and district (null: the nation); run as `figures`. */
export function loadProfileFigures(figures: Queryable, asked: RegisterAt) {
  return figures.all(listProfileFigures(asked));
}

/** Work and benefit 12 months after the start, by month of start in the year before. */
export function loadOutcomes(figures: Queryable, asked: RegisterAt) {
  return figures.all(listOutcomes(asked));
}

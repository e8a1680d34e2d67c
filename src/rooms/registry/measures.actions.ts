import type { Queryable } from '../../platform/db/database.ts';
import type { Statement } from '../../platform/db/statement.ts';
import { listOutcomes } from './outcomes.store.ts';
import { planEachTime } from './plan.store.ts';
import { listProfileFigures, type RegisterAt } from './profiles.store.ts';

/** Runs an evaluation with a plan of its own, one statement at a time; `whole` where it runs over the whole register. */
export async function evaluate<Row>(figures: Queryable, statement: Statement<Row>, whole = false): Promise<Row[]> {
  await figures.one(planEachTime(whole));
  return figures.all(statement);
}

/** Valid, expired and missing profiles per scheme and district (null: the nation); run as `figures`. */
export function loadProfileFigures(figures: Queryable, asked: RegisterAt) {
  return evaluate(figures, listProfileFigures(asked));
}

/** Work and benefit 12 months after the start, by month of start in the year before. */
export function loadOutcomes(figures: Queryable, asked: RegisterAt) {
  return evaluate(figures, listOutcomes(asked));
}

import type { Queryable } from '../../platform/db/database.ts';
import type { Statement } from '../../platform/db/statement.ts';
import { listOutcomes } from './outcomes.store.ts';
import { planEachTime } from './plan.store.ts';
import { countProfiles, listAssignedAdvisers, listProfiledBenefits, listProfileTrend } from './profile-lists.store.ts';
import type { ProfilePart } from './profile-part.ts';
import { listProfileFigures, type ProfilesWithin, type RegisterAt } from './profiles.store.ts';

export type { ProfilesWithin, RegisterAt } from './profiles.store.ts';

/** Runs an evaluation with a plan of its own, one statement at a time; `whole` where it runs over the whole register. */
export async function evaluate<Row>(figures: Queryable, statement: Statement<Row>, whole = false): Promise<Row[]> {
  await figures.one(planEachTime(whole));
  return figures.all(statement);
}

/** Valid, expired and missing profiles per scheme and district (null: the nation); run as `figures`. */
export function loadProfileFigures(figures: Queryable, asked: RegisterAt) {
  return evaluate(figures, listProfileFigures(asked), true);
}

/** The same per office too, levels and units as registration quality has them; run as `figures`. */
export function loadProfileCounts(figures: Queryable, asked: RegisterAt) {
  return evaluate(figures, countProfiles(asked), true);
}

/** Valid profiles and enrolled benefits at each point, as known then; run as `figures`. */
export function loadProfileTrend(figures: Queryable, points: readonly RegisterAt[], within: ProfilesWithin) {
  return evaluate(figures, listProfileTrend(points, within), within.officeIds === null);
}

/** The benefits behind a count of profiles, what has waited longest first; run as `figures`. */
export function loadProfiledBenefits(
  figures: Queryable,
  asked: RegisterAt & { readonly within: ProfilesWithin; readonly part: ProfilePart },
) {
  return evaluate(figures, listProfiledBenefits(asked, asked.within, asked.part), asked.within.officeIds === null);
}

/** Advisers of benefits that the reader may open; run as `app`. */
export function loadAssignedAdvisers(app: Queryable, benefitIds: readonly string[], asked: RegisterAt) {
  return app.all(listAssignedAdvisers(benefitIds, asked));
}

/** Work and benefit 12 months after the start, by month of start in the year before. */
export function loadOutcomes(figures: Queryable, asked: RegisterAt) {
  return evaluate(figures, listOutcomes(asked), true);
}

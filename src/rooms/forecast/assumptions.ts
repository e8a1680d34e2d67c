/**
 * Assumptions of ours that published figures leave open, dated and with their source. None is a fact of the service; every
 * answer that uses one names it.
 */

/** Share of a year's WW inflow in January .. December. Assumed, 2026-11; not published: sums to one exactly. */
export const ASSUMED_MONTH_WEIGHTS: readonly number[] = [128, 94, 93, 97, 86, 86, 112, 100, 98, 102, 99, 105].map(
  (perThousandTwoHundred) => perThousandTwoHundred / 1200,
);

/** Share of WW spells still open after twelve months. Assumed, 2026-11: the middle of what 0.30 to 0.45 allows. */
export const ASSUMED_SURVIVAL_AFTER_YEAR = 0.36;

/** Survivals at twelve months for which the reading per client-year is worked out. Assumed, 2026-11. */
export const SURVIVALS_AFTER_YEAR: readonly number[] = [0.3, 0.35, 0.36, 0.37, 0.4, 0.45];

/** Hours of personal service per adviser per year, August 2019 (UWV, "de balans opgemaakt", 2019). */
export const HOURS_PER_FTE_AUGUST_2019 = 1144;

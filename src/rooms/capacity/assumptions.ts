/** Scale-up of advisers and planning staff, fte (UWV, "de balans opgemaakt", 2019). */
export const SCALE_UP_FTE_2019 = 450;

/** The scale-up never runs faster than one and a half times the plan. Assumed, 2026-11. */
export const FASTEST_PACE = 1.5;

/** First month of a projection whose file names none: the files of the 2019 plan start there. */
export const FIRST_MONTH_OF_PLAN = '2019-01';

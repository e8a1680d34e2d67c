import { Temporal } from 'temporal-polyfill';

const months = 12;

/** The dates of a trend: the 12 month ends before the date, and the date itself. */
export function computeTrendDates(at: string): readonly string[] {
  const month = Temporal.PlainDate.from(at).with({ day: 1 });
  const ends = Array.from({ length: months }, (_, i) =>
    month.subtract({ months: months - 1 - i }).subtract({ days: 1 }),
  );
  return [...ends.map((day) => day.toString()), at];
}

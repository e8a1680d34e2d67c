/** The first day of the 12 months up to a date: (t minus 12 months, t]; the day number clamped to the month's last. */
export function twelveMonthsBefore(at: string): string {
  const year = Number(at.slice(0, 4)) - 1;
  const month = Number(at.slice(5, 7));
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(at.slice(8)), lastDay);
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}

export function daysInYear(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
}

/** Days of the year up to a date, that day included. */
export function dayOfYear(date: string): number {
  return (Date.parse(date) - Date.UTC(Number(date.slice(0, 4)), 0, 1)) / 86_400_000 + 1;
}

/** The last day of a month `YYYY-MM`. */
export function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
}

/** The month of a date when that is its last day, else the month before; in January January itself. */
export function lastWholeMonth(at: string): string {
  const month = at.slice(0, 7);
  if (lastDayOf(month) === at || at.slice(5, 7) === '01') return month;
  return new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7);
}

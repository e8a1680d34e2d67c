const PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Months since January of year 0 for `YYYY-MM`, or null when the text is not a month. */
export function monthIndex(text: string): number | null {
  const found = PATTERN.exec(text);
  if (found === null) return null;
  return Number(found[1]) * 12 + Number(found[2]) - 1;
}

/** `YYYY-MM` of a month index. */
export function monthName(index: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** The calendar year of a month index. */
export function yearOf(index: number): number {
  return Math.floor(index / 12);
}

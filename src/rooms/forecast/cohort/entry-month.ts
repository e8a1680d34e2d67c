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

/** Ascending month indexes as stretches of months that follow each other, first and last of each. */
export function monthSpans(months: readonly number[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const month of months) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else spans.push([month, month]);
  }
  return spans;
}

/** The calendar year of a month index. */
export function yearOf(index: number): number {
  return Math.floor(index / 12);
}

import { dayNumberOf } from '../../time/calendar-date.ts';

export interface MonthTick {
  /** First day of the month, YYYY-MM-01. */
  readonly date: string;
  readonly day: number;
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** First days of months between two day numbers, as few as `most`: every 1, 2, 3, 6 or 12 months, counted from January. */
export function monthTicks(from: string, to: string, most: number): readonly MonthTick[] {
  const first = monthIndex(from) + (from.slice(8, 10) > '01' ? 1 : 0);
  const last = monthIndex(to);
  const step = STEPS.find((size) => Math.floor(last / size) - Math.ceil(first / size) + 1 <= most) ?? 120;
  const ticks: MonthTick[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const date = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    ticks.push({ date, day: dayNumberOf(date) });
  }
  return ticks;
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

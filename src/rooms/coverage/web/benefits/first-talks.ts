import { nextWorkingDay } from '../../../../time/dutch-holidays.ts';

/** A moment in local time. */
export interface Talk {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM */
  readonly time: string;
}

/** Conversations end by then; a default of ours. */
const dayEndsAt = 17 * 60;

/**
 * First conversations one after the other from a moment on: when the day is full they go on at the same time on the
 * next working day. No agenda is looked at.
 */
export function planFirstTalks(count: number, from: Talk, minutes: number): readonly Talk[] {
  const start = minutesOf(from.time);
  const talks: Talk[] = [];
  let { date } = from;
  let at = start;
  while (talks.length < count) {
    const isFirstOfDay = at === start;
    if (!isFirstOfDay && at + minutes > dayEndsAt) {
      date = nextWorkingDay(date);
      at = start;
      continue;
    }
    talks.push({ date, time: `${two(Math.floor(at / 60))}:${two(at % 60)}` });
    at += minutes;
  }
  return talks;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

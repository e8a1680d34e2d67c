import { dateOfDayNumber, dayNumberOf } from './calendar-date.ts';
import { dayNumber, weekday } from './day-number.ts';

/** Day number of Easter Sunday. Source: the anonymous Gregorian algorithm (Nature, 1876; Meeus 1991). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

/**
 * Days on which Dutch public services are closed: New Year, Good Friday to Easter Monday, King's Day (the Saturday when
 * 27 April is a Sunday), Liberation Day in years divisible by five, Ascension Day, Whit Monday, Christmas.
 */
export function dutchHolidays(year: number): readonly number[] {
  const easter = easterSunday(year);
  const king = dayNumber(year, 4, 27);
  const days = [
    dayNumber(year, 1, 1),
    easter - 2,
    easter + 1,
    weekday(king) === 6 ? king - 1 : king,
    easter + 39,
    easter + 50,
    dayNumber(year, 12, 25),
    dayNumber(year, 12, 26),
  ];
  if (year % 5 === 0) days.push(dayNumber(year, 5, 5));
  return days.sort((a, b) => a - b);
}

/** Working days (Monday to Friday) lost to Dutch holidays in [from, to). */
export function holidaysBetween(from: number, to: number): number {
  let count = 0;
  const firstYear = 1970 + Math.floor(from / 365.2425) - 1;
  const lastYear = 1970 + Math.floor(to / 365.2425) + 1;
  for (let year = firstYear; year <= lastYear; year++) {
    for (const day of dutchHolidays(year)) if (day >= from && day < to && weekday(day) < 5) count += 1;
  }
  return count;
}

/** The next day after a date that is no Saturday, Sunday or Dutch holiday. */
export function nextWorkingDay(date: string): string {
  let day = dayNumberOf(date) + 1;
  while (weekday(day) > 4 || isHoliday(day)) day += 1;
  return dateOfDayNumber(day);
}

function isHoliday(day: number): boolean {
  return dutchHolidays(Number(dateOfDayNumber(day).slice(0, 4))).includes(day);
}

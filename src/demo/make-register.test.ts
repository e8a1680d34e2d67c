import { describe, expect, test } from 'vitest';
import { day, dayText, momentText } from './calendar.ts';
import { testBsn } from './client.ts';
import { makeDeliveries } from './deliveries.ts';
import type { Delivery } from './delivery.ts';
import { makeRegister } from './make-register.ts';
import { firstAdvisers } from './people.ts';
import { districts, offices } from './places.ts';

const small = (seed: number) => makeDeliveries(seed, makeRegister(800, seed));
const column = (delivery: Delivery | undefined, file: string, name: string): string[] => {
  const found = delivery?.files.find((each) => each.name === file);
  const at = found?.header.indexOf(name) ?? -1;
  return found?.rows.map((row) => row[at] ?? '') ?? [];
};

describe('the register of a seed', () => {
  test('is the same each time, and another for another seed', () => {
    const once = JSON.stringify(small(7));
    expect(JSON.stringify(small(7))).toBe(once);
    expect(JSON.stringify(small(8))).not.toBe(once);
  });

  test('grows with the number of clients that is asked for', () => {
    for (const clients of [400, 1600]) {
      const made = new Set(makeRegister(clients, 3).benefits.map(({ client }) => client));
      expect(made.size).toBeGreaterThan(clients * 0.85);
      expect(made.size).toBeLessThan(clients * 1.15);
    }
  });

  test('holds test numbers that pass the eleven-test, each once', () => {
    const numbers = column(small(7)[0], 'clients.csv', 'bsn');
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const bsn of numbers) {
      expect(bsn).toMatch(/^99\d{7}$/);
      const check = bsn.split('').reduce((sum, digit, i) => sum + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
      expect(check % 11).toBe(0);
    }
    // 9 x 9 + 8 x 9 + 2 x 6 = 165, and 165 = 15 x 11, so the check figure is 0.
    expect(testBsn(6)).toBe('990000060');
  });

  test('registers nothing after the delivery that brings it, nor before the one before', () => {
    const deliveries = small(7);
    let from = 0;
    for (const delivery of deliveries) {
      const until = Date.parse(String(delivery.manifest.deliveredAt));
      for (const text of column(delivery, 'contacts.csv', 'registered_at').slice(0, -4)) {
        expect(Date.parse(text)).toBeLessThanOrEqual(until);
        expect(Date.parse(text)).toBeGreaterThanOrEqual(from);
      }
      from = until;
    }
  });

  test('registers a few contacts more than 30 days later', () => {
    const { appointments } = makeRegister(800, 7);
    const days = appointments.flatMap(({ at, reportedAt }) => (reportedAt === null ? [] : [(reportedAt - at) / 1440]));
    const late = days.filter((lag) => lag > 31).length;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(days.length * 0.02);
  });

  test('gives the first adviser somebody whom nobody else opens', () => {
    const { advisers, benefits } = makeRegister(800, 7);
    const [adviser] = firstAdvisers(advisers);
    const own = benefits.filter((each) => each.assignments.some((of) => of.adviser === adviser && of.end === null));
    expect(own.filter(({ client }) => client.isProtected).length).toBeGreaterThan(0);
  });

  test('has somebody in every role', () => {
    expect(new Set(column(small(7)[0], 'people.csv', 'role'))).toEqual(
      new Set([
        'adviser',
        'planner',
        'district_manager',
        'controller',
        'quality_officer',
        'researcher',
        'data_steward',
        'administrator',
      ]),
    );
  });
});

test('the places are 35 offices in 11 districts with names of their own', () => {
  expect(districts).toHaveLength(11);
  expect(new Set(offices.map(({ region }) => region)).size).toBe(35);
  expect(offices.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
});

test('moments carry the offset of Amsterdam', () => {
  expect(momentText(day('2019-03-30') * 1440 + 600)).toBe('2019-03-30T10:00:00+01:00');
  expect(momentText(day('2019-03-31') * 1440 + 600)).toBe('2019-03-31T10:00:00+02:00');
  expect(momentText(day('2019-10-27') * 1440 + 600)).toBe('2019-10-27T10:00:00+01:00');
  expect(dayText(day('2020-02-29') + 1)).toBe('2020-03-01');
});

import { describe, expect, test } from 'vitest';
import { isRefused } from '../refusal.ts';
import { withoutEffects } from './effects.ts';
import { fillGaps } from './gaps.ts';
import { type CheckedSeries, checkSeries, completeSeries, type RawSeries } from './prepare.ts';
import { levelShift } from './shift.ts';
import { findSpike } from './spike.ts';

const figures = [8, 5, 1, -2, -4, -7, -6, -2, 0, 1, 2, 4];
const regular = (t: number): number => 100 + 0.2 * t + figures[t % 12]!;
const wobble = (t: number): number => (((t * 7919) % 13) - 6) / 12;

function checked(raw: RawSeries): CheckedSeries {
  const result = checkSeries(raw);
  if (isRefused(result)) throw new Error(result.code);
  return result;
}

describe('gaps', () => {
  test('known values stay as they are', () => {
    const y = Float64Array.from({ length: 60 }, (_, t) => regular(t));
    const known = Uint8Array.from(y, (_, t) => (t % 7 === 3 ? 0 : 1));
    fillGaps(y, known, 12).forEach((value, t) => {
      if (known[t]) expect(value).toBe(y[t]);
    });
  });

  test('a year and a half masked is filled with the season of the other years', () => {
    const y = Float64Array.from({ length: 84 }, (_, t) => regular(t));
    const known = Uint8Array.from(y, (_, t) => (t >= 30 && t < 48 ? 0 : 1));
    const filled = fillGaps(
      y.map((value, t) => (known[t] ? value : 0)),
      known,
      12,
    );
    for (let t = 30; t < 48; t++) expect(Math.abs(filled[t]! - regular(t))).toBeLessThan(1.5);
  });

  test('a short series is filled by straight lines', () => {
    expect(Array.from(fillGaps(Float64Array.of(1, 0, 0, 4), Uint8Array.of(1, 0, 0, 1), 12))).toEqual([1, 2, 3, 4]);
  });
});

describe('level shift', () => {
  const all = new Uint8Array(72).fill(1);

  test('an unmistakable lasting step is found where it happens', () => {
    const y = Float64Array.from(all, (_, t) => regular(t) + wobble(t) + (t >= 45 ? 40 : 0));
    const shift = levelShift(y, all, 12);
    expect(shift?.at).toBe(45);
    expect(shift?.size).toBeGreaterThan(35);
    expect(shift?.size).toBeLessThan(45);
  });

  test.each([
    ['a trend', (t: number) => 3 * t],
    ['one outlier', (t: number) => (t === 40 ? 60 : 0)],
    ['a passing bulge', (t: number) => (t >= 40 && t < 44 ? 50 : 0)],
    ['nothing', () => 0],
  ])('%s is no shift', (_name, extra) => {
    const y = Float64Array.from(all, (_value, t) => regular(t) + wobble(t) + extra(t));
    expect(levelShift(y, all, 12)).toBeUndefined();
  });

  test('completeSeries brings the earlier values to the new level', () => {
    const values = Array.from({ length: 72 }, (_, t) => (regular(t) + wobble(t)) * (t >= 45 ? 1.5 : 1));
    const { y, warnings } = completeSeries(checked({ values, frequency: 12 }));
    expect(warnings).toEqual(['level_shift']);
    expect(Math.abs(y[44]! - y[45]!)).toBeLessThan(0.1);
  });
});

describe('checks', () => {
  test.each([
    ['no_values', { values: [null, null], frequency: 12 }],
    ['no_values', { values: [1, 2], frequency: 12, masked: [true, true] }],
    ['not_finite', { values: [1, Number.NaN], frequency: 12 }],
    ['not_finite', { values: [1, Number.POSITIVE_INFINITY], frequency: 12 }],
    ['bad_frequency', { values: [1], frequency: 0 }],
    ['bad_frequency', { values: [1], frequency: 1.5 }],
    ['unequal_series', { values: [1, 2], frequency: 12, masked: [true] }],
  ] as const)('%s', (code, raw) => {
    expect(checkSeries(raw)).toMatchObject({ refused: true, code });
  });

  test('missing ends are trimmed and counted', () => {
    expect(checked({ values: [null, 3, null, 5, null, null], frequency: 1 })).toMatchObject({
      missingAtEnd: 2,
      start: 1,
    });
  });
});

test('the effect of moving holidays is found and carried to the periods to come', () => {
  const holidays = Float64Array.from({ length: 96 }, (_, t) => ((t * 5) % 17 === 0 ? 1 : 0));
  const values = Array.from({ length: 84 }, (_, t) => regular(t) * Math.exp(wobble(t) / 100 - 0.2 * holidays[t]!));
  const whole = checked({ values, frequency: 12 });
  const { ahead } = withoutEffects(whole, [{ values: holidays, against: 'remainder' }], { start: 0, steps: 12 });
  holidays.slice(84).forEach((count, h) => {
    expect(ahead[h]).toBeCloseTo(-0.2 * count, 1);
  });
  const none = withoutEffects(whole, [{ values: new Float64Array(96), against: 'remainder' }], { start: 0, steps: 12 });
  expect(none.ahead.every((value) => value === 0)).toBe(true);
});

describe('spike', () => {
  const all = new Uint8Array(72).fill(1);
  const found = (extra: (t: number) => number) =>
    findSpike(
      Float64Array.from(all, (_, t) => regular(t) + wobble(t) + extra(t)),
      all,
      12,
    );

  test('one value far from those beside it is found, also the last and the first', () => {
    for (const at of [40, 71, 0]) expect(found((t) => (t === at ? 60 : 0))).toBe(at);
  });

  test('a shift, a season, a trend, a bulge and an unknown value are none', () => {
    expect(found(() => 0)).toBeUndefined();
    expect(found((t) => (t >= 45 ? 40 : 0))).toBeUndefined();
    expect(found((t) => 3 * t)).toBeUndefined();
    expect(found((t) => (t >= 40 && t < 48 ? 50 : 0))).toBeUndefined();
    const known = Uint8Array.from(all, (_, t) => (t === 40 ? 0 : 1));
    expect(
      findSpike(
        Float64Array.from(all, (_, t) => regular(t) + (t === 40 ? 60 : wobble(t))),
        known,
        12,
      ),
    ).toBeUndefined();
  });
});

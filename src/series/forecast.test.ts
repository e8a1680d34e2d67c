import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastSeries, pointForecast, QUANTILES, type SeriesForecast } from './forecast.ts';
import { bandFrom, halfWidth } from './interval/band.ts';
import { drawPaths } from './interval/paths.ts';
import { normals, normalWithin, uniforms } from './interval/random.ts';
import { isRefused } from './refusal.ts';

function forecast(values: readonly (number | null)[], frequency: number, horizon: number): SeriesForecast {
  const result = forecastSeries({ values, frequency }, { horizon });
  if (isRefused(result)) throw new Error(result.code);
  return result;
}

const figures = [12, 8, 2, -3, -6, -9, -8, -3, -1, 1, 3, 4];
const monthly = (n: number, seed: number): number[] => {
  const next = normals(seed);
  let level = 100;
  return Array.from({ length: n }, (_, t) => {
    level += next();
    return level + figures[t % 12]! + 2 * next();
  });
};

describe('what comes out', () => {
  test('is finite, ordered and, for a series without negatives, never negative, whatever comes in', () => {
    const value = fc.oneof({ weight: 4, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.constant(null) });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 45 }), fc.constantFrom(1, 4, 12), (values, frequency) => {
        const result = forecastSeries({ values, frequency }, { horizon: 7 });
        if (isRefused(result)) {
          expect(result.code).toBe('no_values');
          return;
        }
        expect(result.mean).toHaveLength(7);
        result.quantiles.forEach((row, h) => {
          expect(row.every(Number.isFinite)).toBe(true);
          expect(row[0]).toBeGreaterThanOrEqual(0);
          for (let q = 1; q < row.length; q++) expect(row[q]).toBeGreaterThanOrEqual(row[q - 1]!);
          expect(result.mean[h]).toBeCloseTo(row[3]!, 9);
        });
      }),
      { numRuns: 60 },
    );
  });

  test.each([13, 30, 45])('a shift for good at month %d does not widen the band', (at) => {
    const next = normals(7);
    const noise = Array.from({ length: 60 }, () => next());
    const still = forecast(
      noise.map((value) => 180 + value),
      12,
      3,
    );
    const shifted = forecast(
      noise.map((value, t) => (t < at ? 100 : 180) + value),
      12,
      3,
    );
    expect(shifted.warnings).toEqual(['level_shift']);
    shifted.quantiles.forEach((row, h) => {
      const width = still.quantiles[h]!.at(-1)! - still.quantiles[h]![0]!;
      // The same noise is larger beside a level of 100, so some width is due.
      expect(row.at(-1)! - row[0]!).toBeLessThan(4 * width);
      expect(row[0]! < 180 && 180 < row.at(-1)!).toBe(true);
    });
  });

  test('the same input gives the same digits', () => {
    expect(forecast(monthly(70, 3), 12, 12)).toEqual(forecast(monthly(70, 3), 12, 12));
  });

  test('a positive series multiplied by 1000 gives the forecast multiplied by 1000', () => {
    const values = monthly(60, 5);
    const once = forecast(values, 12, 6);
    forecast(
      values.map((value) => 1000 * value),
      12,
      6,
    ).mean.forEach((value, h) => {
      expect(value / once.mean[h]!).toBeCloseTo(1000, 4);
    });
  });
});

describe('codes', () => {
  test.each([0, -1, 1.5, 1001])('horizon %d is refused', (horizon) => {
    expect(pointForecast({ values: [1, 2, 3], frequency: 1 }, { horizon })).toMatchObject({ code: 'bad_horizon' });
  });

  test('a constant series is forecast without a band', () => {
    const result = forecast(Array(30).fill(7), 12, 4);
    expect(result).toMatchObject({ method: 'constant', warnings: ['constant'] });
    expect(Array.from(result.mean)).toEqual([7, 7, 7, 7].map((value) => expect.closeTo(value, 9)));
    expect(result.quantiles[3]![0]).toBeCloseTo(result.quantiles[3]![6]!, 9);
  });

  test('one or two values alone are no constant series: they get a band', () => {
    const result = forecast([5], 12, 2);
    expect(result.warnings).not.toContain('constant');
    expect(result.mean[1]).toBeCloseTo(5, 9);
    expect(result.quantiles[1]![6]! - result.quantiles[1]![0]!).toBeGreaterThan(1);
  });

  test('short, gapped, zero-laden and early-ending series say so', () => {
    expect(forecast([3, 5, 4], 12, 2).warnings).toEqual(
      expect.arrayContaining(['no_season', 'very_short', 'band_from_few']),
    );
    expect(forecast([...monthly(40, 1), null, 100], 12, 2).warnings).toContain('gaps_filled');
    expect(forecast([0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0], 12, 2)).toMatchObject({ method: 'simple' });
    expect(forecast([...monthly(40, 1), null, null], 12, 2).warnings).toContain('ends_early');
  });

  test('a missing end shifts the forecast: it starts after the end of the input', () => {
    const values = monthly(60, 9);
    const direct = forecast(values, 12, 5);
    const late = forecast([...values, null, null], 12, 3);
    late.mean.forEach((value, h) => {
      expect(value).toBeCloseTo(direct.mean[h + 2]!, 9);
    });
  });
});

describe('bands', () => {
  test('the band of pure noise holds its share of new noise', () => {
    const next = normals(11);
    const rows = Array.from({ length: 24 }, (_, k) => ({
      back: k + 1,
      errors: Float64Array.from({ length: Math.min(k + 1, 6) }, next),
    }));
    const band = bandFrom(rows, 6)!;
    let inside = 0;
    for (let i = 0; i < 6000; i++) if (Math.abs(next()) <= halfWidth(band, 0.95) * band.scale[i % 6]!) inside += 1;
    expect(inside / 6000).toBeGreaterThan(0.93);
    expect(inside / 6000).toBeLessThan(0.999);
    expect(halfWidth(band, 0.5)).toBeLessThan(halfWidth(band, 0.8));
    expect(bandFrom([], 6)).toBeUndefined();
  });

  test('simulated monthly series fall within the 95 % band 92 to 99 times in 100', () => {
    let inside = 0;
    let count = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const values = monthly(84, seed);
      const result = forecast(values.slice(0, 72), 12, 12);
      values.slice(72).forEach((value, h) => {
        count += 1;
        const row = result.quantiles[h]!;
        if (value >= row[0]! && value <= row[6]!) inside += 1;
      });
    }
    expect(inside / count).toBeGreaterThan(0.92);
    expect(inside / count).toBeLessThan(0.99);
  });
});

describe('paths', () => {
  const one = forecast(monthly(84, 21), 12, 8);
  const two = forecast(monthly(84, 22), 12, 8);
  const options = { horizon: 8, draws: 4000, seed: 7 };

  test('have the margins of the band', () => {
    const [paths] = drawPaths([one.working], options);
    QUANTILES.forEach((level, q) => {
      const values = Array.from({ length: 4000 }, (_, draw) => paths![draw * 8 + 5]!).sort((a, b) => a - b);
      const got = values[Math.floor(level * 4000)]!;
      const width = one.quantiles[5]![6]! - one.quantiles[5]![0]!;
      expect(Math.abs(got - one.quantiles[5]![q]!)).toBeLessThan(0.06 * width);
    });
  });

  test('do not depend on the series beside them, and repeat by seed', () => {
    const [alone] = drawPaths([one.working], options);
    const [beside] = drawPaths([one.working, two.working], options);
    expect(beside).toEqual(alone);
    expect(drawPaths([one.working], { ...options, seed: 8 })[0]).not.toEqual(alone);
  });

  test('a series and itself move together: the band of the sum is twice as wide', () => {
    const [a, b] = drawPaths([one.working, one.working], options);
    expect(a).toEqual(b);
  });

  test('the sum over steps is wider than independent steps would make it', () => {
    const [paths] = drawPaths([one.working], options);
    const variance = (pick: (draw: number) => number): number => {
      const values = Array.from({ length: 4000 }, (_, draw) => pick(draw));
      const mean = values.reduce((sum, value) => sum + value, 0) / 4000;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000;
    };
    const total = variance((draw) => paths!.subarray(draw * 8, draw * 8 + 8).reduce((sum, value) => sum + value, 0));
    const apart = Array.from({ length: 8 }, (_, h) => variance((draw) => paths![draw * 8 + h]!)).reduce(
      (a, b) => a + b,
    );
    expect(total).toBeGreaterThan(1.5 * apart);
  });
});

describe('random numbers', () => {
  test('uniforms are uniform and normals normal', () => {
    const uniform = uniforms(1);
    const normal = normals(1);
    let mean = 0;
    let square = 0;
    let within = 0;
    for (let i = 0; i < 50_000; i++) {
      mean += uniform() / 50_000;
      const z = normal();
      square += (z * z) / 50_000;
      if (Math.abs(z) < 1.959964) within += 1 / 50_000;
    }
    expect(mean).toBeCloseTo(0.5, 2);
    expect(square).toBeCloseTo(1, 1);
    expect(within).toBeCloseTo(0.95, 2);
  });

  test('the normal share within x, against published values', () => {
    expect(normalWithin(1)).toBeCloseTo(0.6826894921, 6);
    expect(normalWithin(1.959963985)).toBeCloseTo(0.95, 6);
    expect(normalWithin(3)).toBeCloseTo(0.9973002039, 6);
  });
});

import { describe, expect, test } from 'vitest';
import { referencesOf } from '../testing/references.files.ts';
import { airlineForecast } from './airline.ts';
import { autoregressionForecast } from './autoregression.ts';
import { forecastOnScale } from './combination.ts';
import { holtWintersForecast } from './holt-winters.ts';
import { combinationMembers, methodNames } from './members.ts';
import { extrapolate, fitDampedTrend, fitSimpleSmoothing } from './smoothing.ts';
import { thetaForecast } from './theta.ts';

type Reference = { readonly id: string; readonly y: number[]; readonly mean: number[]; readonly sse?: number };

const relative = (got: number, want: number): number => Math.abs(got - want) / Math.abs(want);

describe('theta against R forecast::thetaf (other optimiser, same criterion)', () => {
  test.each(referencesOf<Reference>('theta'))('$id', ({ y, mean }) => {
    thetaForecast(Float64Array.from(y), mean.length).forEach((value, h) => {
      expect(relative(value, mean[h]!)).toBeLessThan(2e-3);
    });
  });
});

describe('damped trend against R forecast::ets(AAdN)', () => {
  test.each(referencesOf<Reference>('damped'))(
    '$id: squared error no worse than 0.5 % above R, forecasts near',
    ({ y, mean, sse }) => {
      const fit = fitDampedTrend(Float64Array.from(y));
      expect(fit.sse).toBeLessThan(sse! * 1.005);
      extrapolate(fit, mean.length).forEach((value, h) => {
        expect(relative(value, mean[h]!)).toBeLessThan(0.02);
      });
    },
  );
});

test('simple smoothing of a random walk gives its last value, of noise its mean', () => {
  const walk = Float64Array.of(1, 3, 2, 5, 9, 8, 12, 15, 13, 18, 22, 27);
  expect(extrapolate(fitSimpleSmoothing(walk), 2)[1]).toBeCloseTo(27, 0);
  const noise = Float64Array.from({ length: 60 }, (_, t) => (t % 2 === 0 ? 4 : 6));
  expect(extrapolate(fitSimpleSmoothing(noise), 1)[0]).toBeCloseTo(5, 1);
});

/** Level 100, slope 0.3, season of 12: every seasonal method must carry it on. */
const figures = [5, 3, 0, -2, -4, -6, -5, -1, 1, 2, 3, 4];
const regular = Float64Array.from({ length: 84 }, (_, t) => 100 + 0.3 * t + figures[t % 12]!);
const next = Array.from({ length: 12 }, (_, h) => 100 + 0.3 * (84 + h) + figures[h % 12]!);

test.each([
  ['holt-winters', () => holtWintersForecast(regular, 12, 12)],
  ['airline', () => airlineForecast(regular, 12, 12)],
  ['combination', () => forecastOnScale({ y: regular, period: 12, horizon: 12 })],
] as const)('%s carries on a trend with a season', (_name, forecast) => {
  forecast().forEach((value, h) => {
    expect(Math.abs(value - next[h]!)).toBeLessThan(2.5);
  });
});

test('autoregression carries on an alternation', () => {
  const y = Float64Array.from({ length: 60 }, (_, t) => (t % 2 === 0 ? 10 : 20));
  const [first, second] = autoregressionForecast(y, 2);
  expect(first).toBeCloseTo(10, 1);
  expect(second).toBeCloseTo(20, 1);
});

test.each(methodNames)('%s gives finite numbers for 1 to 30 values and any period', (name) => {
  for (let n = 1; n <= 30; n++) {
    const y = Float64Array.from({ length: n }, (_, t) => 5 + ((t * 7919) % 11));
    for (const period of [1, 4, 12]) {
      const forecast = forecastOnScale({ y, period, horizon: 15 }, name);
      expect(forecast).toHaveLength(15);
      expect(forecast.every(Number.isFinite), `${name}, n = ${n}, period = ${period}`).toBe(true);
    }
  }
});

test('long weekly series get the airline model beside the five members', () => {
  expect(combinationMembers(260, 52)).toContain('airline');
  expect(combinationMembers(259, 52)).not.toContain('airline');
  expect(combinationMembers(400, 12)).toEqual(['theta', 'theta-stl', 'smoothing-stl', 'holt-winters', 'harmonic']);
});

import { describe, expect, test } from 'vitest';
import { forecastSeries, pointForecast } from '../forecast.ts';
import { forecastHierarchy } from '../hierarchy/forecast-hierarchy.ts';
import { buildHierarchy } from '../hierarchy/structure.ts';
import type { Method } from '../methods/combination.ts';
import { makeAxis } from '../period/axis.ts';
import { leapWeeks, withoutLeapWeeks } from '../period/leap-week.ts';
import { isRefused, type SeriesRefused } from '../refusal.ts';
import {
  australianRetail,
  type HeldOut,
  m3Monthly,
  m4Weekly,
  sharedMissing,
  sharedReference,
  usClaims,
  usProfile,
} from '../testing/shared-series.files.ts';
import { accuracyByStep } from './backtest.ts';
import { scaleOfErrors, symmetricError } from './measures.ts';

test('measures by hand', () => {
  expect(scaleOfErrors([1, 2, 4, null, 8], 1)).toBe(1.5);
  expect(scaleOfErrors([5, 5, 5], 1)).toBeUndefined();
  expect(symmetricError(100, 50)).toBeCloseTo(66.6667, 3);
  expect(symmetricError(0, 0)).toBe(0);
});

test('accuracy per level and step leaves out what is unknown and adds ALL for more levels', () => {
  const quantiles = [Float64Array.of(0, 0, 0, 5, 10, 10, 10), Float64Array.of(0, 0, 0, 5, 10, 10, 10)];
  const mean = Float64Array.of(5, 5);
  const rows = accuracyByStep([
    { level: 'NL', origin: 0, scale: 2, actual: [7, null], mean, quantiles },
    { level: 'NL/region', origin: 0, scale: undefined, actual: [15, 5], mean, quantiles },
    { level: 'NL/region', origin: 1, scale: undefined, actual: [15, null], mean, quantiles },
  ]);
  expect(rows).toEqual([
    { level: 'NL', step: 1, mase: 1, smape: expect.closeTo(33.3333, 3), coverage95: 1, origins: 1, outcomes: 1 },
    { level: 'NL', step: 2, mase: null, smape: null, coverage95: null, origins: 0, outcomes: 0 },
    { level: 'NL/region', step: 1, mase: null, smape: 100, coverage95: 0, origins: 2, outcomes: 2 },
    { level: 'NL/region', step: 2, mase: null, smape: 0, coverage95: 1, origins: 1, outcomes: 1 },
    { level: 'ALL', step: 1, mase: 1, smape: expect.closeTo(77.7778, 3), coverage95: 1 / 3, origins: 2, outcomes: 3 },
    { level: 'ALL', step: 2, mase: null, smape: 0, coverage95: 1, origins: 1, outcomes: 1 },
  ]);
});

function usable<T extends object>(result: T | SeriesRefused): T {
  if (isRefused(result)) throw new Error(result.code);
  return result;
}

function meansOf(series: readonly HeldOut[], method: Method): readonly Float64Array[] {
  return series.map(
    ({ past, frequency, masked, future }) =>
      usable(
        pointForecast(masked ? { values: past, frequency, masked } : { values: past, frequency }, {
          horizon: future.length,
          method,
        }),
      ).mean,
  );
}

/** Mean over series of the mean over the first `steps` steps; series without a scale are left out of the MASE. */
function scored(series: readonly HeldOut[], means: readonly Float64Array[], steps = Number.POSITIVE_INFINITY) {
  let smape = 0;
  let mase = 0;
  let scaled = 0;
  series.forEach(({ future, scale }, i) => {
    const last = Math.min(steps, future.length);
    let own = 0;
    for (let h = 0; h < last; h++) {
      smape += symmetricError(future[h]!, means[i]![h]!) / last / series.length;
      own += Math.abs(future[h]! - means[i]![h]!) / last;
    }
    if (!(scale > 0)) return;
    mase += own / scale;
    scaled += 1;
  });
  return { smape, mase: mase / scaled };
}

describe.skipIf(sharedMissing)(`accuracy on the shared series${sharedMissing}`, () => {
  test('m3_monthly: 714 series, 18 months: sMAPE <= 13.30, MASE <= 0.83, better than seasonal naive', () => {
    const series = m3Monthly();
    expect(series).toHaveLength(714);
    const naive = scored(series, meansOf(series, 'seasonal-naive'));
    const reference = sharedReference('ref_m3_monthly.json')['R_forecast_8.20'] as {
      snaive: { sMAPE: number; MASE: number };
    };
    expect(naive.smape).toBeCloseTo(reference.snaive.sMAPE, 2);
    expect(naive.mase).toBeCloseTo(reference.snaive.MASE, 3);
    const got = scored(series, meansOf(series, 'combination'));
    expect(got.smape).toBeLessThanOrEqual(13.3);
    expect(got.mase).toBeLessThanOrEqual(0.83);
  });

  test('m4_weekly: 180 series, 13 weeks: sMAPE <= 7.17, MASE <= 2.30, better than seasonal naive', () => {
    const series = m4Weekly();
    expect(series).toHaveLength(180);
    const got = scored(series, meansOf(series, 'combination'));
    const naive = scored(series, meansOf(series, 'seasonal-naive'));
    expect(got.smape).toBeLessThanOrEqual(7.17);
    expect(got.mase).toBeLessThanOrEqual(2.3);
    expect(got.mase).toBeLessThan(naive.mase);
  });

  test('us_ui_claims_weekly, weeks counted both ways: h = 52 MASE <= 0.63, h = 13 <= 0.52, better than seasonal naive', () => {
    const series = usClaims();
    expect(series).toHaveLength(64);
    const axis = usable(makeAxis(['2019-01-05', '2024-03-02'], 52));
    const length = series[0]!.past.length;
    const leap = leapWeeks(axis, 0, length);
    expect(leap.filter(Boolean)).toHaveLength(1);
    expect(leapWeeks(axis, length, 52)).not.toContain(true);
    const folded = series.map((one) => ({
      ...one,
      past: withoutLeapWeeks(one.past, leap),
      masked: withoutLeapWeeks(one.masked!, leap),
    }));
    const counts = [meansOf(series, 'combination'), meansOf(folded, 'combination')];
    const means = series.map((_, i) => counts[0]![i]!.map((value, h) => (value + counts[1]![i]![h]!) / 2));
    const naive = meansOf(series, 'seasonal-naive');
    expect(scored(series, means).mase).toBeLessThanOrEqual(0.63);
    expect(scored(series, means, 13).mase).toBeLessThanOrEqual(0.52);
    expect(scored(series, means).mase).toBeLessThan(scored(series, naive).mase);
    expect(scored(series, means, 13).mase).toBeLessThan(scored(series, naive, 13).mase);
  });

  test('us_ui_profile_monthly, by itself and added up: level ALL MASE <= 0.80, better than seasonal naive', () => {
    const series = usProfile();
    expect(series).toHaveLength(516);
    const means = meansOf(series, 'combination');
    const naive = scored(series, meansOf(series, 'seasonal-naive')).mase;
    const bottoms = series.flatMap(({ keys }, i) => (keys.length === 3 ? [{ keys, mean: means[i]! }] : []));
    const sums = series.map(({ id }) => {
      const [columns = '', ...kept] = id.split('/');
      const below = bottoms.filter(({ keys }) =>
        Array.from(columns).every((column, j) => keys[Number(column)] === kept[j]),
      );
      return Float64Array.from({ length: 12 }, (_, h) => below.reduce((sum, { mean }) => sum + mean[h]!, 0));
    });
    for (const list of [means, sums]) {
      expect(scored(series, list).mase).toBeLessThanOrEqual(0.8);
      expect(scored(series, list).mase).toBeLessThan(naive);
    }
  });

  test('aus_retail_monthly: 177 series, 24 months: better than seasonal naive and than R ets and theta', () => {
    const series = australianRetail();
    expect(series).toHaveLength(177);
    const got = scored(series, meansOf(series, 'combination'));
    const naive = scored(series, meansOf(series, 'seasonal-naive'));
    expect(naive.mase).toBeCloseTo(1.3791, 3);
    expect(got.mase).toBeLessThan(naive.mase);
    expect(got.mase).toBeLessThan(1.0757);
  });

  test('US claims over three divisions: reconciled sums hold to 1e-6 and beat seasonal naive', () => {
    const all = usClaims('2023-03-04', 13).filter(({ keys }) => keys.length === 2);
    const divisions = [...new Set(all.map(({ keys }) => keys[0]!))].slice(0, 3);
    const bottoms = all.filter(({ keys }) => divisions.includes(keys[0]!));
    const hierarchy = usable(
      buildHierarchy(
        bottoms.map(({ keys }) => keys),
        { root: 'US', columns: ['division', 'state'] },
      ),
    );
    const nodes = usable(
      forecastHierarchy(
        { hierarchy, bottoms: bottoms.map(({ past }) => past), frequency: 52, masked: bottoms[0]!.masked! },
        { horizon: 13 },
      ),
    );
    const below = nodes.slice(hierarchy.uppers.length);
    hierarchy.uppers.forEach((upper, i) => {
      for (let h = 0; h < 13; h++) {
        const sum = upper.bottoms.reduce((total, b) => total + below[b]!.mean[h]!, 0);
        expect(Math.abs(nodes[i]!.mean[h]! - sum)).toBeLessThan(1e-6);
      }
    });
    const means = below.map(({ mean }) => mean);
    expect(scored(bottoms, means).mase).toBeLessThan(scored(bottoms, meansOf(bottoms, 'seasonal-naive')).mase);
  });

  test('every eighth M3 series: 92 to 98 in 100 outcomes fall within the 95 % band', () => {
    let inside = 0;
    let count = 0;
    m3Monthly().forEach(({ past, future, frequency }, i) => {
      if (i % 8 !== 0) return;
      const { quantiles } = usable(forecastSeries({ values: past, frequency }, { horizon: future.length }));
      future.forEach((value, h) => {
        count += 1;
        if (value >= quantiles[h]![0]! && value <= quantiles[h]![6]!) inside += 1;
      });
    });
    expect(inside / count).toBeGreaterThan(0.92);
    expect(inside / count).toBeLessThan(0.98);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooSmall } from '../organisation/index.ts';
import { lagBuckets } from './quality-contract.ts';
import { computeShownPoint, computeShownQuality, type UnitFigures } from './shown-quality.ts';

type Lags = Record<(typeof lagBuckets)[number], number>;

/** Figures that hang together: late ones in the last buckets, valid at least held, 12 months at least the year. */
const figures = fc
  .record({
    lags: fc.record(Object.fromEntries(lagBuckets.map((lag) => [lag, fc.nat(30)]))) as fc.Arbitrary<Lags>,
    more: fc.nat(40),
    before: fc.nat(40),
    passed: fc.nat(30),
  })
  .map(({ lags, more, before, passed }) => {
    const held = lagBuckets.reduce((sum, lag) => sum + lags[lag], 0);
    const timely = held - lags.d10 - lags.d30 - lags.more;
    return {
      valid: held + more,
      held,
      timely,
      medianLagDays: 0,
      heldTwelveMonths: held + before,
      timelyTwelveMonths: timely + before,
      toRegister: passed,
      toRegisterOverMonth: Math.floor(passed / 2),
      duplicates: Math.min(held, before),
      outside: more,
      lags,
    };
  });
type Plain = typeof figures extends fc.Arbitrary<infer F> ? F : never;

function add(a: Plain, b: Plain): Plain {
  const sum = (key: Exclude<keyof Plain, 'lags'>) => a[key] + b[key];
  const keys = Object.keys(a).filter((key) => key !== 'lags') as Exclude<keyof Plain, 'lags'>[];
  return {
    ...(Object.fromEntries(keys.map((key) => [key, sum(key)])) as unknown as Plain),
    lags: Object.fromEntries(lagBuckets.map((lag) => [lag, a.lags[lag] + b.lags[lag]])) as Lags,
  };
}
const unitOf = (ww: Plain, wajong: Plain): UnitFigures => ({
  all: add(ww, wajong),
  schemes: [
    { scheme: 'WAJONG', ...wajong },
    { scheme: 'WW', ...ww },
  ],
  profiles: [
    { scheme: 'WAJONG', valid: wajong.timely, expired: wajong.toRegister, none: wajong.outside, unprofiled: 0 },
  ],
});

/** Numbers of two trees side by side, by place. */
function pairs(shown: object, nation: object, own: object, place = ''): [string, unknown, number, number][] {
  return Object.entries(shown).flatMap(([key, value]) => {
    const [all, mine] = [nation[key as never], own[key as never]];
    if (typeof all === 'object') return pairs(value, all, mine, `${place}${key}|`);
    return typeof all === 'number' && key !== 'medianLagDays'
      ? [[`${place}${key}`, value, all, mine] as [string, unknown, number, number]]
      : [];
  });
}

test('no count of 1-9 is shown, of the nation or of the nation without the own offices; zero is', () => {
  fc.assert(
    fc.property(figures, figures, figures, figures, (ww, wajong, otherWw, otherWajong) => {
      const own = unitOf(ww, wajong);
      const nation = unitOf(add(ww, otherWw), add(wajong, otherWajong));
      for (const [place, shown, all, mine] of pairs(computeShownQuality(nation, [own]), nation, own)) {
        if (all === 0) expect([place, shown]).toEqual([place, 0]);
        if (isTooSmall(shown)) continue;
        expect([place, shown]).toEqual([place, all]);
        for (const count of [all, all - mine]) expect([place, count > 0 && count < 10]).toEqual([place, false]);
      }
    }),
    { numRuns: 60 },
  );
});

test('what is late does not follow from what is held and timely, nor in a point of a trend', () => {
  const point = { held: 40, timely: 37 };
  expect(computeShownPoint(point, { held: 0, timely: 0 }, { part: 'timely', whole: 'held' })).not.toEqual(point);
  const safe = { held: 60, timely: 40 };
  expect(computeShownPoint(safe, { held: 10, timely: 10 }, { part: 'timely', whole: 'held' })).toEqual(safe);
});

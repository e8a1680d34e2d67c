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

type Tree = Readonly<Record<string, unknown>>;

/** The counts of a tree by their place. */
function countsOf(tree: object, place = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(tree as Tree).flatMap(([key, value]) => {
    if (typeof value === 'object' && value !== null) return countsOf(value, `${place}${key}|`);
    return key === 'medianLagDays' || key === 'scheme' ? [] : [[`${place}${key}`, value] as const];
  });
}

test('no count of 1-9 is shown, of the nation or of the nation without the own offices; zero is', () => {
  fc.assert(
    fc.property(fc.tuple(figures, figures), fc.tuple(figures, figures), ([ww, wajong], [otherWw, otherWajong]) => {
      const own = unitOf(ww, wajong);
      const nation = unitOf(add(ww, otherWw), add(wajong, otherWajong));
      const [all, mine] = [new Map(countsOf(nation)), new Map(countsOf(own))];
      for (const [place, shown] of countsOf(computeShownQuality(nation, [own]))) {
        const count = Number(all.get(place));
        if (count === 0) expect([place, shown]).toEqual([place, 0]);
        if (isTooSmall(shown)) continue;
        expect([place, shown]).toEqual([place, count]);
        for (const known of [count, count - Number(mine.get(place))]) {
          expect([place, known > 0 && known < 10]).toEqual([place, false]);
        }
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

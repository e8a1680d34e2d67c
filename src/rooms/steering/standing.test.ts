import { expect, test } from 'vitest';
import { findAgreement } from '../coverage/index.ts';
import { agreements } from './agreement.ts';
import { readFigures } from './figures.ts';
import { computeStanding, type Realised } from './standing.ts';

const at = '2019-09-15';
const norm = (id: string, targets: object) => ({ version: 1, norm: { id, validFrom: '2019-01-01', targets } });

/** A nation in the public layout of measures, small enough to reckon by hand. */
const figures = readFigures(
  {
    'wia-personal': { population: 200, states: {}, share_year: [150, 200], share_12m: [190, 200], still_to_see: 50 },
    'wia-frequency': {
      population: 200,
      states: { overdue: 7 },
      mean_year: [100, 36_500, 365],
      mean_12m: [400, 73_000, 365],
    },
    'wajong-personal': { population: 20, states: {}, share_year: [10, 20], share_12m: [12, 20], still_to_see: 10 },
    closure: { population: 500, overdue: 20, overdue_planned: 5, not_enrolled: 15 },
    'wajong-inclusion': { population: 40, enrolled: 38, not_enrolled: 2, review_passed: 1 },
    hours: { ww_minutes: 31_800, ww_service_inflow: 100, ww_inflow: 120 },
    // 258 of 365 days with 10 fte: 7.07 fte-years
    adviser_hours: {
      year: { minutes: 480_000, mean_formation_fte: 10, annualised_hours_per_fte: 8_000 / ((10 * 258) / 365) },
    },
    quality: { WAJONG: { held: 20, timely: 18, unreported: 3 } },
    profiles: { WAJONG: [30, 4, 6] },
  },
  {
    norms: [
      norm('wia-personal', { shareYear: 0.9 }),
      norm('wia-frequency', { meanYear: 1.8 }),
      norm('wajong-personal', { shareYear: 1 }),
    ],
    quality: [{ level: 'nation', unit: '', scheme: 'WAJONG', held_12m: 30, timely_12m: 27 }],
    formation: { now: 110.5, januaryFirst: 100 },
    officeIds: null,
  },
);
const standings = agreements.map((agreement) => ({ agreement, ...computeStanding(agreement, figures, at) }));
const standingOf = (id: string) => standings.find(({ agreement }) => agreement.id === id);

test('a realised figure is its numerator divided by its denominator; a growth, which is no ratio, has neither', () => {
  const made = standings.flatMap(({ agreement, year, twelveMonths }) =>
    [year, twelveMonths].flatMap((figure) => (figure === null ? [] : [{ id: agreement.id, figure }])),
  );
  expect(made.map(({ id }) => id)).toEqual([
    '2',
    '3',
    '4',
    '5',
    '8a',
    '8a',
    '8b',
    '8b',
    '9',
    '9',
    '10',
    '10',
    '11',
    '12',
  ]);
  const quotient = ({ numerator, denominator }: Realised) => Number(numerator) / Number(denominator);
  for (const { id, figure } of made) {
    if (figure.kind === 'fte') expect([id, figure.numerator, figure.denominator]).toEqual(['5', null, null]);
    else expect([id, quotient(figure)]).toEqual([id, expect.closeTo(Number(figure.value), 9)]);
  }
  expect(standingOf('5')?.year?.value).toBe(10.5);
});

test('whatever is still to do opens a list', () => {
  const toDo = standings.flatMap(({ agreement, toDo: found }) => (found === null ? [] : [[agreement.id, found.list]]));
  expect(toDo).toEqual([
    ['4', { kind: 'benefits', figure: 'closure', part: 'missing' }],
    ['8a', { kind: 'benefits', figure: 'wia-personal', part: 'not_seen_year' }],
    ['8b', { kind: 'benefits', figure: 'wia-frequency', part: 'overdue' }],
    ['9', { kind: 'benefits', figure: 'wajong-personal', part: 'not_seen_year' }],
    ['10', { kind: 'contacts', list: 'to-register', schemes: 'WIA_WGA,WIA_IVA,WAJONG' }],
    ['11', { kind: 'profiles', list: 'not-valid', schemes: 'WAJONG' }],
    ['12', { kind: 'benefits', figure: 'wajong-inclusion', part: 'not_enrolled' }],
  ]);
});

test('what stands beside a number to do opens a list of its own', () => {
  const beside = standings.flatMap(({ agreement, toDo }) => (toDo?.beside ? [[agreement.id, toDo.beside]] : []));
  expect(beside).toEqual([
    ['4', { count: 25, list: { kind: 'benefits', figure: 'closure', part: 'late' } }],
    ['8b', { count: 0, list: { kind: 'benefits', figure: 'wia-frequency', part: 'overdue_planned' } }],
    ['11', { count: 4, list: { kind: 'profiles', list: 'expired', schemes: 'WAJONG' } }],
    ['12', { count: 1, list: { kind: 'benefits', figure: 'wajong-inclusion', part: 'review_passed' } }],
  ]);
});

test('a norm names the agreement that takes its figure from it', () => {
  for (const { id, source } of agreements) {
    if (source.kind === 'norm_share' || source.kind === 'norm_mean') expect(findAgreement(source.norm)).toBe(id);
  }
});

test('figures of another year are shown, and held against no agreement', () => {
  const standingsOn = (date: string) => agreements.map((agreement) => computeStanding(agreement, figures, date));
  const judged = (date: string) =>
    standingsOn(date).flatMap(({ year, twelveMonths, toDo }) =>
      [year, twelveMonths].flatMap((of) =>
        of === null ? [] : [[of.verdict, of.target, toDo?.atLeast ?? null].join()],
      ),
    );
  const values = (date: string) => standingsOn(date).map(({ twelveMonths }) => twelveMonths?.value);
  expect(new Set(judged('2019-12-31')).size).toBeGreaterThan(1);
  for (const date of ['2018-12-31', '2020-01-01', '2020-09-15']) {
    expect([...new Set(judged(date))]).toEqual(['open,,']);
    expect(values(date)).toEqual(values('2019-12-31'));
  }
});

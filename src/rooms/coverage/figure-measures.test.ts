import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Action } from '../../platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../platform/contract.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { addNorm, listFigureBenefits, showDifference, showMeasures, showTrend } from './contract.ts';
import { coverageActions } from './coverage.actions.ts';
import { figureParts, hasPart, type Measure, measures } from './figure-measures.ts';
import { reservedIds } from './norm.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
});
afterAll(() => register.close());

function ask<C extends Contract>(contract: C, input: RawInputOf<C>): Promise<OutputOf<C>> {
  const found = (coverageActions as readonly unknown[] as readonly Action[]).find((of) => of.contract === contract);
  return call(register, found as unknown as Action<C>, input);
}

const at = '2019-09-10';
const own: Readonly<Record<string, readonly Measure[]>> = {
  'wia-personal': ['share_year', 'share_12m'],
  'wia-frequency': ['mean_year', 'mean_12m'],
  'ww-monitoring': ['share_in_time'],
  closure: ['share_closed'],
  'wajong-inclusion': ['inclusion'],
};

test('a measure that a figure does not have is refused, not answered with 0 of 0', async () => {
  for (const [norm, its] of Object.entries(own)) {
    for (const measure of measures) {
      const difference = ask(showDifference, { norm, measure, at, knownBefore: '2019-09-01' });
      const answer = its.includes(measure) ? difference.then(() => 'given') : refusalOf(difference);
      expect(await answer, `${norm} ${measure}`).toBe(its.includes(measure) ? 'given' : 'unknown_measure');
    }
  }
  expect(await refusalOf(ask(showTrend, { norm: 'wia-personal', measure: 'mean_year', at }))).toBe('unknown_measure');
  expect(await refusalOf(ask(showTrend, { norm: 'closure', measure: 'share_year', at }))).toBe('unknown_measure');
  expect((await ask(showTrend, { norm: 'closure', measure: 'share_closed', at })).points).toHaveLength(13);
});

test('a list that does not stand behind a figure is refused', async () => {
  expect(await refusalOf(ask(listFigureBenefits, { figure: 'wia-frequency', part: 'enrolled' }))).toBe(
    'unknown_measure',
  );
  expect(await refusalOf(ask(listFigureBenefits, { figure: 'closure', part: 'seen_year' }))).toBe('unknown_measure');
  expect((await ask(listFigureBenefits, { figure: 'wia-personal', part: 'not_seen_year' })).count).toBe(1);
});

test('behind closure and inclusion stand the states that they count, and no others', () => {
  const parts = (figure: string) => figureParts.filter((part) => hasPart(figure, [], part));
  const reasons = ['declined', 'unreachable', 'not_offered', 'not_enrolled'];
  expect(parts('closure')).toEqual(['population', ...reasons, 'overdue', 'overdue_planned', 'in_view']);
  expect(parts('wajong-inclusion')).toEqual([
    'population',
    'declined',
    'unreachable',
    'not_enrolled',
    'enrolled',
    'review_passed',
    'capacity_unknown',
  ]);
});

const added = {
  id: 'wia-extra',
  readingOf: null,
  weight: 'must',
  validFrom: '2019-10-01',
  validTo: null as string | null,
  title: { nl: 'a', en: 'b' },
  source: 's',
  population: { scheme: 'WIA_WGA' },
  counts: 'contact',
  obligations: { once: { days: 10 } },
  targets: {},
};
const adding = (norm: Partial<typeof added>) =>
  ask(addNorm, { file: new TextEncoder().encode(JSON.stringify({ ...added, ...norm })) });

test('a norm does not take the id of another figure of the layout', async () => {
  const layout = (await ask(showMeasures, { at })).national;
  const taken = Object.keys(layout).filter((key) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(key));
  const norms = taken.filter((key) => !reservedIds.includes(key));
  // what is left is the ids of the preset
  expect(norms.every((key) => /^(ww|wia|wajong)-/.test(key))).toBe(true);
  expect(reservedIds.filter((id) => !taken.includes(id))).toEqual([]);
  for (const id of reservedIds) expect(await refusalOf(adding({ id })), id).toBe('invalid_input');
});

test('a norm does not end before it begins', async () => {
  expect(await refusalOf(adding({ validTo: '2019-09-30' }))).toBe('invalid_input');
  expect(await adding({ validTo: '2019-10-01' })).toMatchObject({ id: 'wia-extra', version: 1 });
});

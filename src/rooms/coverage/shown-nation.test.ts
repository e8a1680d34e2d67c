import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRegister, organisation, type Rows, type TestRegister } from '../../../tests/register/register.ts';
import { actions } from '../../apps/actions.ts';
import type { Actor } from '../../platform/access.ts';
import type { Action } from '../../platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../platform/contract.ts';
import { call } from '../../platform/testing/call.ts';
import { showAgreements } from '../steering/contract.ts';
import {
  listCounters,
  listFigureBenefits,
  showCohorts,
  showCoverage,
  showDifference,
  showMeasures,
  showTrend,
} from './contract.ts';
import { normStates } from './norm-figure.ts';

const today = '2019-09-10';
const dates = { at: today, known: today };
let register: TestRegister;
/** A planner of district D1, and a controller of the nation. */
let piet: Actor;
let cor: Actor;

/** WIA benefits: 30 in D1 of which 7 are not enrolled, and 5 not enrolled among 20 in D2; a single Wajong in D2. */
const people = [
  ...Array.from({ length: 30 }, (_, i) => ({ id: `N${i}`, office: 'O1', enrolled: i >= 7, scheme: 'WIA_WGA' })),
  ...Array.from({ length: 20 }, (_, i) => ({ id: `Z${i}`, office: 'O2', enrolled: i >= 5, scheme: 'WIA_WGA' })),
  { id: 'W', office: 'O2', enrolled: false, scheme: 'WAJONG' },
];
const files: Readonly<Record<string, Rows>> = {
  ...organisation,
  'clients.csv': people.map(({ id }) => ({ client_id: id, birth_date: '1980-01-01' })),
  'benefits.csv': people.map(({ id, office, scheme }) => ({
    benefit_id: id,
    client_id: id,
    scheme,
    office_id: office,
    start_date: '2018-03-01',
    work_capacity: 'yes',
  })),
  'enrolments.csv': people.filter((of) => of.enrolled).map(({ id }) => ({ benefit_id: id, from: '2018-03-05' })),
  // 12 of those enrolled in D1 and 12 in D2 have had a conversation this year
  'contacts.csv': people
    .filter(({ id }) => ['N', 'Z'].includes(id.charAt(0)) && Number(id.slice(1)) >= 7 && Number(id.slice(1)) < 19)
    .map(({ id }) => ({
      contact_id: `C${id}`,
      benefit_id: id,
      adviser_id: 'A1',
      kind: 'progress',
      channel: 'phone',
      occurred_at: '2019-06-01T10:00:00+02:00',
      minutes: '30',
      outcome: 'held',
      registered_at: '2019-06-02T10:00:00+02:00',
    })),
};

beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver(files);
  [piet, cor] = await Promise.all([register.person('P3'), register.person('P4')]);
});
afterAll(() => register.close());

function ask<C extends Contract>(contract: C, input: RawInputOf<C>, actor?: Actor): Promise<OutputOf<C>> {
  const found = actions.find((action) => action.contract.name === contract.name) as unknown as Action<C>;
  return call(register.as(actor), found, input);
}

/** Every number of a tree by its place. */
function leaves(tree: unknown, place = ''): readonly (readonly [string, unknown])[] {
  if (tree === null || typeof tree !== 'object') return [[place, tree]];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, `${place}/${key}`));
}
const isSmall = (value: number) => value > 0 && value < 10;

test('what only the nation shows is too small to show; zero stays zero and ten stays ten', async () => {
  const { of } = await ask(showCoverage, dates, piet);
  const wia = of.norms['wia-personal'];
  // 12 in the nation, but 7 of them in the own district: five others
  expect(wia?.states.not_enrolled).toBe('too_small');
  expect(wia?.states.declined).toBe(0);
  // 24 have been spoken to; of the other 26 eight are not of the own district
  expect(wia?.share_year?.[0]).toBe('too_small');
  expect(wia?.still_to_see).toBe('too_small');
  // a population of one, which would follow from the whole and the other norm
  expect(of.closure.population).toBe(51);
  expect(of.norms['wajong-personal']?.population).toBe('too_small');
  expect(wia?.population).toBe('too_small');
});

test('no number shown is 1-9, nor leaves 1-9 after the own district is taken off', async () => {
  const nation = new Map(leaves((await ask(showCoverage, dates, piet)).of));
  const own = new Map(leaves((await ask(showCoverage, { ...dates, districtId: 'D1' }, piet)).of));
  const places = [...nation].filter(([place]) => !place.endsWith('/2') && !/mean_\w+\/1/.test(place));
  expect(places.filter(([, value]) => value === 'too_small').length).toBeGreaterThan(10);
  for (const [place, value] of places) {
    if (typeof value !== 'number') continue;
    expect([place, isSmall(value)]).toEqual([place, false]);
    expect([place, isSmall(value - Number(own.get(place)))]).toEqual([place, false]);
  }
});

test('the parts of a shown population do not give away the one that is hidden', async () => {
  const { of } = await ask(showCoverage, dates, piet);
  const district = (await ask(showCoverage, { ...dates, districtId: 'D1' }, piet)).of;
  for (const [id, figure] of Object.entries(of.norms)) {
    if (figure.population === 'too_small') continue;
    const hidden = normStates.filter((state) => figure.states[state] === 'too_small');
    const shown = normStates.filter((state) => figure.states[state] !== 'too_small');
    const left = (count: unknown, own: unknown) => Number(count) - Number(own);
    const rest = shown.reduce(
      (sum, state) => sum - left(figure.states[state], district.norms[id]?.states[state]),
      left(figure.population, district.norms[id]?.population),
    );
    expect([id, hidden.length === 0 || (hidden.length > 1 && rest >= 10)]).toEqual([id, true]);
  }
});

test('the own district, the controller and the command line see what is', async () => {
  const { of } = await ask(showCoverage, { ...dates, districtId: 'D1' }, piet);
  expect(of.norms['wia-personal']?.states.not_enrolled).toBe(7);
  for (const actor of [cor, undefined]) {
    const nation = await ask(showCoverage, dates, actor);
    expect(nation.of.norms['wia-personal']?.states.not_enrolled).toBe(12);
    expect(nation.of.closure.population).toBe(51);
    const measures = await ask(showMeasures, dates, actor);
    expect(leaves(measures).filter(([, value]) => value === 'too_small')).toEqual([]);
  }
});

test('the sentences say in words that a number is too small to show', async () => {
  const { standsOut, normSentences } = await ask(showCoverage, dates, piet);
  expect(standsOut?.notInView).toBe('too_small');
  expect(standsOut?.sentence.nl).toContain('te klein om te tonen');
  expect(normSentences['wajong-personal']?.nl).toBe('Het aantal uitkeringen is te klein om te tonen.');
  expect(normSentences['wajong-personal']?.en).toBe('The number of benefits is too small to show.');
});

test('measures and agreements hide the same counts as the page on closure', async () => {
  const { of } = await ask(showCoverage, dates, piet);
  const { national, districts } = await ask(showMeasures, dates, piet);
  const measures = national as Record<string, Record<string, unknown>>;
  expect(measures.closure?.population).toBe(of.closure.population);
  expect(measures['wia-personal']?.states).toEqual(of.norms['wia-personal']?.states);
  expect(measures['wajong-inclusion']?.not_enrolled).toBe('too_small');
  expect(Object.keys(districts)).toEqual(['D1']);
  const { agreements } = await ask(showAgreements, dates, piet);
  const line = (id: string) => agreements.find((each) => each.id === id);
  expect(line('12')?.year).toMatchObject({ value: 'too_small', numerator: 0, verdict: 'open' });
  expect(line('12')?.toDo?.count).toBe('too_small');
  expect(line('4')?.toDo?.count).toBe('too_small');
  const whole = await ask(showAgreements, dates, cor);
  expect(whole.agreements.find((each) => each.id === '12')?.toDo?.count).toBe(1);
});

test('a list behind a national figure tells its length only where the figure does', async () => {
  const not = await ask(listFigureBenefits, { figure: 'wia-personal', part: 'not_enrolled', ...dates }, piet);
  expect([not.count, not.closed]).toEqual(['too_small', 'too_small']);
  expect(not.benefits).toHaveLength(7);
  const all = await ask(listFigureBenefits, { figure: 'closure', part: 'population', ...dates }, piet);
  expect([all.count, all.closed]).toEqual([51, 21]);
  const whole = await ask(listFigureBenefits, { figure: 'wia-personal', part: 'not_enrolled', ...dates }, cor);
  expect(whole.count).toBe(12);
});

test('trends, cohorts and differences do not show them either', async () => {
  const trend = await ask(showTrend, { at: today, norm: 'wajong-personal', measure: 'share_12m' }, piet);
  expect(trend.points.at(-1)).toMatchObject({ numerator: 0, denominator: 'too_small' });
  const { quarters } = await ask(showCohorts, { ...dates, scheme: 'WAJONG' }, piet);
  expect(quarters[0]?.points[0]).toMatchObject({ numerator: 0, denominator: 'too_small' });
  const seen = await ask(showCohorts, { ...dates, scheme: 'WAJONG' }, cor);
  expect(seen.quarters[0]?.points[0]).toMatchObject({ numerator: 0, denominator: 1 });
  const asked = { norm: 'closure', measure: 'share_closed', at: today, knownBefore: today, known: today } as const;
  const closed = await ask(showDifference, asked, piet);
  expect(closed.after.denominator).toBe(51);
  expect(closed).toMatchObject({ count: 0, closed: 0 });
  const inclusion = { ...asked, norm: 'wajong-inclusion', measure: 'inclusion' } as const;
  expect((await ask(showDifference, inclusion, piet)).after).toEqual({ numerator: 0, denominator: 'too_small' });
});

test('worklists of the nation are of the people within reach, and their counters true', async () => {
  const { counters } = await ask(listCounters, dates, piet);
  expect(counters.find((of) => of.list === 'not-enrolled')?.count).toBe(7);
});

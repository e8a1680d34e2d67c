import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { endOfDay } from '../../time/zone.ts';
import { isTooSmall } from '../organisation/index.ts';
import { loadQuality } from './measures.actions.ts';
import { qualityActions } from './quality.actions.ts';
import { qualityLists } from './quality-contract.ts';
import { countOf } from './quality-count.ts';

const [show, list, , trend] = qualityActions;
let register: TestRegister;

const base = { adviser_id: 'A1', kind: 'progress', channel: 'phone' };
const contacts = [
  ...(clients['contacts.csv'] ?? []),
  // of last year's 12 months: on time
  row('N1', { benefit_id: 'B1', at: '2018-10-01T10:00', registered_at: '2018-10-06T08:00:00+02:00' }),
  // of this year: one late, one a duplicate within 60 minutes, one before the benefit begins
  row('N2', { benefit_id: 'B1', at: '2019-02-01T10:00', registered_at: '2019-02-07T08:00:00+01:00' }),
  row('N3', { benefit_id: 'B1', at: '2019-03-01T10:00' }),
  row('N4', { benefit_id: 'B1', at: '2019-03-01T11:00' }),
  row('N5', { benefit_id: 'B4', at: '2019-04-30T10:00', adviser_id: 'A2' }),
  // of a protected client in the south, late
  row('N6', { benefit_id: 'B2', at: '2019-03-04T10:00', adviser_id: 'A2', registered_at: '2019-04-04T08:00:00+02:00' }),
  // planned and passed, the first one in another year
  row('N7', { benefit_id: 'B1', at: '2018-12-20T10:00', outcome: 'planned', minutes: '' }),
  row('N8', { benefit_id: 'B3', at: '2019-08-30T10:00', outcome: 'planned', minutes: '' }),
  row('N9', { benefit_id: 'B2', at: '2019-08-31T10:00', outcome: 'planned', minutes: '', adviser_id: 'A2' }),
];

function row(id: string, { at, ...more }: { at: string } & Record<string, string>) {
  const winter = at.slice(5, 10) < '03-31' || at.slice(5, 10) > '10-27';
  const zone = winter ? '+01:00' : '+02:00';
  return {
    ...base,
    contact_id: id,
    occurred_at: `${at}:00${zone}`,
    minutes: '30',
    outcome: 'held',
    registered_at: more.outcome === 'planned' ? `2018-06-01T08:00:00+02:00` : `${at.slice(0, 10)}T17:00:00${zone}`,
    ...more,
  };
}

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  const steward = {
    person_id: 'P6',
    name: 'Dana Data',
    email: 'd@example.org',
    role: 'data_steward',
    reach: 'nation',
  };
  const people = [...(organisation['people.csv'] ?? []), steward];
  const delivered = await register.deliver({
    ...organisation,
    ...clients,
    'people.csv': people,
    'contacts.csv': contacts,
  });
  expect(delivered.refused).toEqual([]);
});
afterAll(() => register.close());

test('figures are those of the measures, to register counts every year', async () => {
  const found = await call(register, show, {});
  expect(found).toMatchObject({ yearStart: '2019-01-01', twelveMonthsStart: '2018-09-02' });
  const nation = found.units[0];
  expect(nation).toMatchObject({
    level: 'nation',
    all: {
      held: 5,
      timely: 3,
      medianLagDays: 0,
      heldTwelveMonths: 6,
      timelyTwelveMonths: 4,
      toRegister: 3,
      toRegisterOverMonth: 1,
      duplicates: 1,
      outside: 1,
      lags: { d0: 3, d1: 0, d10: 1, d30: 0, more: 1 },
    },
  });
  const window = { from: '2019-01-01', yearStart: '2019-01-01', to: '2019-09-01', knownBefore: endOfDay('2019-09-01') };
  const database = await register.database();
  const measures = await database.transaction({}, (tx) => loadQuality(tx.as('figures'), window));
  for (const unit of found.units) {
    for (const of of [{ scheme: null, ...unit.all }, ...unit.schemes]) {
      const same = measures.find(
        (each) => each.level === unit.level && each.unit === unit.id && each.scheme === of.scheme,
      );
      expect([of.valid, of.held, of.timely, of.medianLagDays, of.duplicates, of.outside]).toEqual([
        same?.valid ?? 0,
        same?.held ?? 0,
        same?.timely ?? 0,
        same?.median_lag_days ?? null,
        same?.duplicates ?? 0,
        same?.outside ?? 0,
      ]);
    }
  }
});

test('a reader of less than the nation sees no small count of it; of the own units and for the nation all are true', async () => {
  const manager = register.as(await register.person('P3'));
  const [nation, ...within] = (await call(manager, show, {})).units;
  expect(nation?.level).toBe('nation');
  expect(nation?.all).toMatchObject({ held: 'too_small', medianLagDays: 'too_small', toRegister: 'too_small' });
  expect(nation?.all.lags).toMatchObject({ d1: 0, d30: 0 });
  expect(within.flatMap((unit) => Object.values(unit.all)).filter(isTooSmall)).toEqual([]);
  const held = await call(manager, list, { list: 'held', level: 'nation' });
  expect([held.count, held.closed]).toEqual(['too_small', 'too_small']);
  expect(held.contacts.length).toBeGreaterThan(0);
  const { points } = await call(manager, trend, { level: 'nation' });
  expect(points.at(-1)).toMatchObject({ held: 'too_small', timely: 'too_small' });
  const controller = register.as(await register.person('P4'));
  expect((await call(controller, show, {})).units[0]?.all.held).toBe(5);
});

test('each figure equals the length of its list, rows shown and rows that may not be opened together', async () => {
  for (const id of ['P3', 'P4', 'P5', 'P6']) {
    const actor = await register.person(id);
    const { units } = await call(register.as(actor), show, {});
    for (const unit of units) {
      for (const [scheme, of] of [['', unit.all] as const, ...unit.schemes.map((one) => [one.scheme, one] as const)]) {
        for (const name of qualityLists) {
          const asked = {
            list: name,
            level: unit.level,
            unitId: unit.id,
            ...(scheme === '' ? {} : { schemes: scheme }),
          };
          const { count, closed, contacts: shown } = await call(register.as(actor), list, asked);
          expect(count).toBe(countOf(name, of));
          expect(isTooSmall(closed)).toBe(isTooSmall(count));
          if (!isTooSmall(closed)) expect(count).toBe(shown.length + closed);
        }
      }
    }
  }
});

test('reach decides about units and rows; names go to roles with names', async () => {
  const [ada, piet, cor, kim] = await Promise.all(['P1', 'P3', 'P4', 'P5'].map((id) => register.person(id)));
  const unitsOf = async (actor: typeof ada) =>
    (await call(register.as(actor), show, {})).units.map((unit) => `${unit.level} ${unit.id}`.trim());
  expect(await unitsOf(ada)).toEqual(['district D1', 'office O1']);
  expect(await unitsOf(piet)).toEqual(['nation', 'district D1', 'office O1']);
  expect(await unitsOf(cor)).toEqual(['nation', 'district D1', 'district D2', 'office O1', 'office O2']);

  const late = { list: 'late', level: 'nation' } as const;
  expect(await call(register.as(piet), list, late)).toMatchObject({
    count: 'too_small',
    closed: 'too_small',
    contacts: [{ contactId: 'N2', name: 'Jan van den Berg', adviserName: 'Ada Noord', lagDays: 6, time: '10:00' }],
  });
  expect(await call(register.as(cor), list, late)).toMatchObject({
    count: 2,
    closed: 1,
    contacts: [{ clientId: 'K1', name: null, adviserName: null, office: { name: 'Groningen' } }],
  });
  expect((await call(register.as(kim), list, late)).contacts.map((one) => one.contactId)).toEqual(['N6', 'N2']);
  expect(await refusalOf(call(register.as(ada), list, late))).toBe('unknown_unit');
  expect(await refusalOf(call(register.as(piet), list, { ...late, level: 'office', unitId: 'O2' }))).toBe(
    'unknown_unit',
  );
});

test('a list is paged by a stable key, those to register the oldest first; an adviser for WW sees WW only', async () => {
  const kim = await register.person('P5');
  const zeno = await register.person('P2');
  const asked = { list: 'to-register', level: 'nation', limit: 2 } as const;
  const first = await call(register.as(kim), list, asked);
  expect(first.contacts.map((one) => one.contactId)).toEqual(['N7', 'N8']);
  const second = await call(register.as(kim), list, { ...asked, after: first.next ?? '' });
  expect(second.contacts.map((one) => one.contactId)).toEqual(['N9']);
  expect(second.next).toBeNull();

  const south = { list: 'outside', level: 'office', unitId: 'O2' } as const;
  expect((await call(register.as(zeno), list, south)).contacts).toMatchObject([{ contactId: 'N5', scheme: 'WW' }]);
  const north = { ...zeno, offices: 'all' as const };
  expect(await call(register.as(north), list, { list: 'late', level: 'office', unitId: 'O1' })).toMatchObject({
    count: 1,
    closed: 1,
    contacts: [],
  });
});

test('the past stays as it was known', async () => {
  const earlier = await call(register, show, { at: '2019-02-28', known: '2019-02-28' });
  expect(earlier.units[0]?.all).toMatchObject({ held: 1, timely: 0, toRegister: 1, duplicates: 0 });
});

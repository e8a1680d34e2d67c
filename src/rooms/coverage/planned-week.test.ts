import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { call } from '../../platform/testing/call.ts';
import { worklistActions } from './worklists.actions.ts';

const [counters, list] = worklistActions;
const sunday = '2019-09-15';
let register: TestRegister;

const planned = (id: string, benefitId: string, at: string) => ({
  contact_id: id,
  benefit_id: benefitId,
  adviser_id: 'A1',
  kind: 'progress',
  channel: 'phone',
  occurred_at: `${at}T10:00:00+02:00`,
  outcome: 'planned',
  registered_at: '2019-09-02T08:00:00+02:00',
});

beforeAll(async () => {
  register = await makeRegister(`${sunday}T06:00:00Z`);
  const delivered = await register.deliver({
    ...organisation,
    ...clients,
    'contacts.csv': [planned('W1', 'B1', '2019-09-15'), planned('W2', 'B3', '2019-09-21')],
  });
  expect(delivered.refused).toEqual([]);
});
afterAll(() => register.close());

test('seven days begin with today, whatever day of the week it is; the counter is the length of the list', async () => {
  const shownAt = async (at: string) => {
    const asked = { level: 'nation', at, known: sunday } as const;
    const { lines, count } = await call(register, list, { ...asked, list: 'planned-week' });
    const counted = (await call(register, counters, asked)).counters.find((of) => of.list === 'planned-week');
    expect([count, lines.length]).toEqual([counted?.count, counted?.count]);
    return lines.map((line) => line.clientId).toSorted();
  };
  expect(await shownAt(sunday)).toEqual(['K1', 'K3']);
  expect(await shownAt('2019-09-14')).toEqual(['K1']);
  expect(await shownAt('2019-09-16')).toEqual(['K3']);
});

test('one may choose among the norms whose obligations make lines, of the schemes one serves', async () => {
  const of = async (id: string, unitId: string) =>
    (await call(register.as(await register.person(id)), counters, { level: 'office', unitId })).norms.map(
      (norm) => norm.id,
    );
  expect(await of('P1', 'O1')).toEqual([
    'wia-personal',
    'wia-frequency',
    'wajong-personal',
    'ww-orientation',
    'ww-monitoring',
  ]);
  expect(await of('P2', 'O2')).toEqual(['ww-orientation', 'ww-monitoring']);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { actions } from '../../apps/actions.ts';
import type { Actor } from '../../platform/access.ts';
import type { Action } from '../../platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../platform/contract.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { planContact, reportContact } from '../contacts/contract.ts';
import { findClients } from '../registry/contract.ts';
import {
  exportWorklist,
  listCounters,
  listFigureBenefits,
  showClientState,
  showMeasures,
  showWorklist,
} from './contract.ts';

let register: TestRegister;
let ada: Actor;
let zeno: Actor;
let kim: Actor;

beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  [ada, zeno, kim] = await Promise.all([register.person('P1'), register.person('P2'), register.person('P5')]);
});
afterAll(() => register.close());

/** Calls by contract, whoever implements it. */
function ask<C extends Contract>(contract: C, input: RawInputOf<C>, actor?: Actor): Promise<OutputOf<C>> {
  const found = actions.find((action) => action.contract.name === contract.name) as unknown as Action<C>;
  return call(register.as(actor), found, input);
}

const members = async (unitId: string, actor: Actor) =>
  (
    await ask(listFigureBenefits, { figure: 'closure', part: 'population', level: 'district', unitId }, actor)
  ).benefits.map((each) => each.clientId);

test('a client of two districts is listed in both; a protected one only for who may open it', async () => {
  expect(await members('D1', kim)).toContain('K3');
  expect(await members('D2', kim)).toEqual(expect.arrayContaining(['K2', 'K3']));
  const south = await register.person('P2');
  const seen = await ask(showWorklist, { list: 'not-enrolled', level: 'office', unitId: 'O2' }, south);
  expect(seen.count).toBe(seen.lines.length + seen.closed);
  expect(seen.lines.map((line) => line.clientId)).not.toContain('K2');
  expect(seen.closed).toBeGreaterThan(0);
});

test('rows hold nobody outside the reach, also not by asking for another unit', async () => {
  expect(await refusalOf(ask(showClientState, { clientId: 'K1' }, zeno))).toBe('not_found');
  expect(await refusalOf(ask(showWorklist, { list: 'overdue', level: 'office', unitId: 'O1' }, zeno))).toBe(
    'unknown_unit',
  );
  const nation = await ask(showWorklist, { list: 'overdue', level: 'nation' }, await register.person('P3'));
  expect(nation.lines.map((line) => line.clientId)).not.toContain('K2');
});

test('worklists are for who opens Today; of the nation each reader gets the own offices', async () => {
  const cor = await register.person('P4');
  for (const contract of [listCounters, showWorklist, exportWorklist]) {
    const asked = { list: 'overdue', level: 'nation' } as const;
    expect([contract.name, await refusalOf(ask(contract, asked, cor))]).toEqual([contract.name, 'not_allowed']);
  }
  const office = await ask(listCounters, { level: 'office', unitId: 'O2' }, zeno);
  const nation = await ask(listCounters, { level: 'nation' }, zeno);
  expect(nation.counters.map((of) => of.count)).toEqual(office.counters.map((of) => of.count));
  expect(office.counters.some((of) => of.count > 0)).toBe(true);
});

test('state and figures of a client do not depend on who asks, also with an appointment in another district', async () => {
  await ask(
    planContact,
    { benefitId: 'B4', kind: 'progress', channel: 'phone', date: '2019-09-12', time: '10:00' },
    zeno,
  );
  const stateFor = async (actor: Actor) => {
    const { obligations } = await ask(showClientState, { clientId: 'K3' }, actor);
    return obligations.filter((each) => each.benefitId === 'B3').map((each) => [each.normId, each.state, each.dueDate]);
  };
  expect(await stateFor(kim)).toEqual(await stateFor(ada));
  const national = async (actor: Actor) =>
    (await ask(showMeasures, { at: '2019-09-10', known: '2019-09-10' }, actor)).national;
  expect(await national(kim)).toEqual(await national(await register.person('P4')));
});

test('counts of benefits over districts add up to the nation', async () => {
  const { national, districts } = await ask(showMeasures, { at: '2019-09-10', known: '2019-09-10' });
  for (const norm of ['wia-personal', 'wajong-personal', 'ww-monitoring', 'closure']) {
    const population = (of: unknown) => (of as Record<string, { population: number }>)[norm]?.population ?? Number.NaN;
    const sum = Object.values(districts).reduce((total, district) => total + population(district), 0);
    expect([norm, sum]).toEqual([norm, population(national)]);
  }
});

test('an adviser who serves only WW sees no contact, office or benefit of another scheme', async () => {
  const planned = { kind: 'intake', channel: 'office', time: '10:00' } as const;
  await ask(planContact, { benefitId: 'B3', ...planned, date: '2019-09-11' }, ada);
  await ask(planContact, { benefitId: 'B4', ...planned, date: '2019-09-12' }, zeno);
  const held = { kind: 'progress', channel: 'phone', outcome: 'held', minutes: 30 } as const;
  await ask(reportContact, { benefitId: 'B3', ...held, date: '2019-08-30', time: '10:00' }, ada);
  const own = await ask(reportContact, { benefitId: 'B4', ...held, date: '2019-07-01', time: '10:00' }, zeno);
  const shown = { lastContact: { contactId: own.contactId }, nextPlanned: { benefitId: 'B4' }, toRegister: [] };
  expect(await ask(showClientState, { clientId: 'K3' }, zeno)).toMatchObject({
    ...shown,
    lastConversation: { contactId: own.contactId },
  });
  const { lines } = await ask(showWorklist, { list: 'planned-week', level: 'own' }, zeno);
  expect(lines.find((of) => of.clientId === 'K3')).toMatchObject({ ...shown, offices: [{ id: 'O2' }] });
  expect(await ask(showClientState, { clientId: 'K3' }, ada)).toMatchObject({
    lastContact: { benefitId: 'B3' },
    nextPlanned: { benefitId: 'B3' },
  });
  const found = await ask(findClients, { text: 'K3' }, zeno);
  expect(found.clients).toMatchObject([{ schemes: ['WW'], offices: ['Heerlen'] }]);
});

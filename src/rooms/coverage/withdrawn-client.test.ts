import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { actions } from '../../apps/actions.ts';
import type { Actor } from '../../platform/access.ts';
import type { Action } from '../../platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../platform/contract.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { showClient } from '../registry/contract.ts';
import { listFigureBenefits, showClientState } from './contract.ts';

let register: TestRegister;
let kim: Actor;
let ada: Actor;
const before = '2019-09-10';

/** K1 leaves the register on 12 September, with all that hangs on it. */
beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  register.at = '2019-09-12T08:00:00Z';
  const rest = Object.fromEntries(
    Object.entries(clients)
      .filter(([name]) => name !== 'contacts.csv')
      .map(([name, rows]) => [name, rows.filter((row) => row.client_id !== 'K1' && row.benefit_id !== 'B1')]),
  );
  await register.deliver(rest, { kind: 'full' });
  register.at = '2019-09-13T08:00:00Z';
  [ada, kim] = await Promise.all([register.person('P1'), register.person('P5')]);
});
afterAll(() => register.close());

function ask<C extends Contract>(contract: C, input: RawInputOf<C>, actor?: Actor): Promise<OutputOf<C>> {
  const found = actions.find((action) => action.contract.name === contract.name) as unknown as Action<C>;
  return call(register.as(actor), found, input);
}

test('a client withdrawn since is opened as known then, by who reaches the nation', async () => {
  const state = await ask(showClientState, { clientId: 'K1', at: before, known: before }, kim);
  expect(state.obligations.map((each) => each.benefitId)).toContain('B1');
  const dossier = await ask(showClient, { clientId: 'K1', known: before }, kim);
  expect(dossier.name).toBe('Jan van den Berg');
  expect(dossier.benefits.map((each) => each.benefitId)).toEqual(['B1']);
  expect(dossier.enrolments.map((each) => each.from)).toEqual(['2018-03-05']);
});

test('now, and as known before it came, it does not exist', async () => {
  expect(await refusalOf(ask(showClient, { clientId: 'K1' }, kim))).toBe('not_found');
  expect(await refusalOf(ask(showClientState, { clientId: 'K1' }, kim))).toBe('not_found');
  expect(await refusalOf(ask(showClientState, { clientId: 'K1', at: before, known: '2019-09-12' }, kim))).toBe(
    'not_found',
  );
});

test('reach does not outlive its end: an office that had the client counts it and opens it no more', async () => {
  expect(await refusalOf(ask(showClient, { clientId: 'K1', known: before }, ada))).toBe('not_found');
  expect(await refusalOf(ask(showClientState, { clientId: 'K1', at: before, known: before }, ada))).toBe('not_found');
  const planner = await register.person('P3');
  const asked = { figure: 'wia-personal', at: before, known: before, level: 'district', unitId: 'D1' } as const;
  const list = await ask(listFigureBenefits, asked, planner);
  expect([list.count, list.closed, list.benefits]).toEqual([1, 1, []]);
});

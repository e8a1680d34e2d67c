import { afterEach, beforeEach, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { call, refusalOf, type Stage } from '../../platform/testing/call.ts';
import { registryReadActions } from '../registry/client.actions.ts';

const [find] = registryReadActions;
let register: TestRegister;
beforeEach(async () => {
  register = await makeRegister('2019-09-01T10:00:00Z');
});
afterEach(() => register.close());

/** The same register on a machine that has lost the key. */
async function withOtherKey<T>(work: () => Promise<T>): Promise<T> {
  const { config } = register;
  const other = { ...config, bsnKey: Buffer.alloc(32, 7).toString('base64') };
  Object.assign(register, { config: other });
  try {
    return await work();
  } finally {
    Object.assign(register, { config });
  }
}

const searching = (text: string, stage: Stage = register) => call(stage, find, { text });
const foundBy = async (text: string) => (await searching(text)).clients.map((client) => client.clientId);

test('what one key has sealed, another neither adds to nor seeks in; the rest works on', async () => {
  await withOtherKey(async () => expect(await foundBy('999990019')).toEqual([]));
  await register.deliver({ ...organisation, ...clients });
  const later = {
    'clients.csv': [{ client_id: 'K9', birth_date: '1970-01-01', bsn: '999990020', family_name: 'Later' }],
  };
  register.at = '2019-09-02T10:00:00Z';
  await withOtherKey(async () => {
    expect(await refusalOf(register.deliver(later))).toBe('other_key');
    expect(await refusalOf(searching('999990019'))).toBe('other_key');
    expect(await foundBy('van den Berg')).toEqual(['K1']);
  });
  expect(await foundBy('999990019')).toEqual(['K1']);
  expect(await foundBy('Later')).toEqual([]);
  expect((await register.deliver(later)).status).toBe('accepted');
  expect(await foundBy('Later')).toEqual(['K9']);
});

/** As a register is that was sealed before marks were kept. */
async function forgetMark(): Promise<void> {
  const database = await register.database();
  await database.transaction({}, async (tx) => (await tx.raw('owner')).query('delete from platform.seal_mark'));
}

test.each([
  ['a BSN', { ...organisation, ...clients }],
  ['a refused row', { 'offices.csv': [{ office_id: 'O9', name: 'Nergens', district_id: 'nowhere' }] }],
])('a register without a mark knows its key by %s that it sealed', async (_what, first) => {
  expect((await register.deliver(first)).status).toBe('accepted');
  await forgetMark();
  register.at = '2019-09-02T10:00:00Z';
  const later = { 'districts.csv': [{ district_id: 'D9', name: 'Later' }] };
  await withOtherKey(async () => expect(await refusalOf(register.deliver(later))).toBe('other_key'));
  expect((await register.deliver(later)).status).toBe('accepted');
});

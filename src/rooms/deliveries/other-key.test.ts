import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import { call, refusalOf, type Stage } from '../../platform/testing/call.ts';
import { registryReadActions } from '../registry/client.actions.ts';

const [find] = registryReadActions;
let register: TestRegister;
beforeAll(async () => {
  register = await makeRegister('2019-09-01T10:00:00Z');
});
afterAll(() => register.close());

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

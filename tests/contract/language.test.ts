import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../../src/apps/actions.ts';
import { machineActor } from '../../src/platform/access.ts';
import { makeServer } from '../../src/platform/http/server.ts';
import { addressOf } from '../../src/platform/web/address.ts';
import { exportWorklist } from '../../src/rooms/coverage/contract.ts';
import { clients, makeRegister, organisation, type TestRegister } from '../register/register.ts';

let register: TestRegister;
let server: FastifyInstance;

beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  server = await makeServer({
    surroundings: register,
    actions,
    authenticate: () => Promise.resolve(machineActor),
    afterAction: (_contract, output) => output,
  });
});
afterAll(async () => {
  await server.close();
  await register.close();
});

async function headOf(url: string, wanted: string): Promise<string | undefined> {
  const answer = await server.inject({ method: 'GET', url, headers: { 'accept-language': wanted } });
  expect(answer.statusCode).toBe(200);
  return answer.body.split('\r\n')[0]?.replace('\ufeff', '').split(';')[0];
}

test('a downloaded worklist is in the language of the screen, whatever the browser prefers', async () => {
  const asked = { list: 'overdue', level: 'nation' } as const;
  expect(await headOf(addressOf(exportWorklist, asked, 'en'), 'nl-NL,nl;q=0.9')).toBe('client');
  expect(await headOf(addressOf(exportWorklist, asked, 'nl'), 'en-GB,en;q=0.9')).toBe('klant');
});

test('without a language in the address the browser decides; another language is Dutch', async () => {
  const url = '/v1/worklists/overdue/_export?level=nation';
  expect(await headOf(url, 'en-GB,en;q=0.9')).toBe('client');
  expect(await headOf(url, 'fr')).toBe('klant');
  expect(await headOf(`${url}&lang=fr`, 'en')).toBe('client');
});

test('a refusal too is in the language of the address', async () => {
  const url = '/v1/worklists/overdue/_export?level=office&unitId=nowhere';
  const read = async (lang: string) => {
    const answer = await server.inject({ method: 'GET', url: `${url}&lang=${lang}` });
    return answer.json<{ title: string }>().title;
  };
  expect(await read('en')).toContain('does not exist');
  expect(await read('nl')).toContain('bestaat niet');
});

import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../../src/apps/actions.ts';
import { sessionEntrance } from '../../src/apps/session.ts';
import { machineActor } from '../../src/platform/access.ts';
import { makeServer } from '../../src/platform/http/server.ts';
import { clients, makeRegister, organisation, type TestRegister } from '../register/register.ts';

/** The HTTP entrance as a browser or another program meets it. */

let register: TestRegister;
let server: FastifyInstance;

beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  server = await serverWith({ localSignIn: true });
});
afterAll(async () => {
  await server.close();
  await register.close();
});

function serverWith(settings: Partial<TestRegister['config']>): Promise<FastifyInstance> {
  const surroundings = { ...register, config: { ...register.config, ...settings } };
  return makeServer({ surroundings, actions, ...sessionEntrance(surroundings) });
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

async function problemOf(asked: InjectOptions, on = server): Promise<Problem> {
  const answer = await on.inject(asked);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = answer.json<Problem>();
  expect(problem.status).toBe(answer.statusCode);
  return problem;
}

async function signIn(personId: string): Promise<string> {
  const answer = await server.inject({ method: 'POST', url: '/v1/sessions', payload: { personId } });
  expect(answer.statusCode).toBe(200);
  return String(answer.headers['set-cookie']);
}

test('a session travels in a cookie that no script reads, never in a body', async () => {
  const answer = await server.inject({ method: 'POST', url: '/v1/sessions', payload: { personId: 'P1' } });
  expect(answer.json()).toEqual({ personId: 'P1' });
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-sluitend=[^;]{20,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const me = await server.inject({ method: 'GET', url: '/v1/me', headers: { cookie } });
  expect(me.json()).toMatchObject({ personId: 'P1', role: 'adviser' });
  expect(me.headers).toMatchObject({ 'api-version': '0.1.0', 'cache-control': 'no-store' });
});

test('who is not signed in is told so, in the language of the browser', async () => {
  const dutch = await problemOf({ method: 'GET', url: '/v1/me' });
  expect(dutch).toMatchObject({ status: 401, code: 'not_signed_in' });
  const english = await problemOf({ method: 'GET', url: '/v1/me', headers: { 'accept-language': 'en-GB' } });
  expect(english.title).toBe('You are not signed in. Sign in.');
  const forged = { cookie: '__Host-sluitend=somebody' };
  expect((await problemOf({ method: 'GET', url: '/v1/me', headers: forged })).code).toBe('not_signed_in');
});

test('where sign-in without a password is not allowed, nobody gets in and the refusal names the setting', async () => {
  const closed = await serverWith({ localSignIn: false });
  const refused = await problemOf({ method: 'POST', url: '/v1/sessions', payload: { personId: 'P1' } }, closed);
  expect(refused).toMatchObject({ status: 403, code: 'sign_in_closed' });
  expect(refused.title).toContain('SLUITEND_LOCAL_SIGN_IN=1');
  expect((await problemOf({ method: 'GET', url: '/v1/sign-ins' }, closed)).code).toBe('sign_in_closed');
  await closed.close();
});

test('an address that does not exist is a problem too', async () => {
  expect(await problemOf({ method: 'GET', url: '/v1/nothing' })).toMatchObject({ status: 404, code: 'not_found' });
  expect((await problemOf({ method: 'DELETE', url: '/v1/me' })).status).toBe(404);
});

test('a write from a page of another site is refused before it is read', async () => {
  const cookie = await signIn('P1');
  const search = { method: 'POST', url: '/v1/clients/_search', payload: { text: 'berg' } } as const;
  const foreign = await problemOf({ ...search, headers: { cookie, 'sec-fetch-site': 'cross-site' } });
  expect(foreign).toMatchObject({ status: 403, code: 'foreign_site' });
  const own = await server.inject({ ...search, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  expect(own.statusCode).toBe(200);
});

test('while sign-in is local, only names of this machine are answered', async () => {
  const ask = (host: string, url = '/v1/sign-ins') => ({ method: 'GET', url, headers: { host } }) as const;
  for (const host of [
    'evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    '192.168.1.20:3000',
    'localhost@evil',
  ])
    expect(await problemOf(ask(host))).toMatchObject({ status: 403, code: 'foreign_host' });
  for (const host of ['127.0.0.1:3000', 'localhost', 'LOCALHOST:80', '[::1]:3000'])
    expect((await server.inject(ask(host))).statusCode).toBe(200);
  expect(await problemOf(ask('evil.example', '/'))).toMatchObject({ code: 'foreign_host' });
  const closed = await serverWith({ localSignIn: false });
  expect((await closed.inject(ask('sluitend.example.nl', '/health'))).statusCode).toBe(200);
  await closed.close();
});

test('a body that cannot be read, or is too large, says that', async () => {
  const cookie = await signIn('P1');
  const send = (payload: string, type = 'application/json') =>
    problemOf({
      method: 'POST',
      url: '/v1/clients/_search',
      payload,
      headers: { cookie, 'content-type': type },
    });
  expect(await send('{"text":')).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(await send('["berg"]')).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(await send('text=berg', 'application/x-www-form-urlencoded')).toMatchObject({ code: 'invalid_request' });
  expect(await send('hello', 'text/plain')).toMatchObject({ code: 'invalid_request' });
  const large = JSON.stringify({ text: 'x'.repeat(1_100_000) });
  expect(await send(large)).toMatchObject({ status: 413, code: 'too_large' });
});

test('what is searched for or written never stands in an address: it is refused there', async () => {
  const cookie = await signIn('P1');
  const search = { method: 'POST', payload: {}, headers: { cookie } } as const;
  const refused = await problemOf({ ...search, url: '/v1/clients/_search?text=Berg' });
  expect(refused).toMatchObject({ status: 400, code: 'invalid_input', errors: [{ field: 'text' }] });
  expect(refused.errors?.[0]?.message).toContain('hoort niet in het adres');
  const both = await problemOf({ ...search, payload: { text: 'de wit' }, url: '/v1/clients/_search?bsn=999990019' });
  expect(JSON.stringify(both)).not.toContain('999990019');
});

test('a parameter that nobody reads is refused, not ignored; the language is no parameter of an action', async () => {
  const cookie = await signIn('P4');
  const ask = (url: string) => server.inject({ method: 'GET', url, headers: { cookie } });
  expect((await ask('/v1/districts?lang=en')).statusCode).toBe(200);
  expect((await ask('/v1/districts?levl=nation')).json()).toMatchObject({ errors: [{ field: 'levl' }] });
});

test('faults of the input are in the language of the call, with the limits', async () => {
  const cookie = await signIn('P1');
  const ask = (lang: string) =>
    problemOf({
      method: 'POST',
      url: `/v1/clients/_search?lang=${lang}`,
      payload: { text: 'x', limit: 1_000 },
      headers: { cookie },
    });
  const messages = async (lang: string) => (await ask(lang)).errors?.map(({ message }) => message).join(' ');
  expect(await messages('nl')).toMatch(/^Geef .* of lager\.$/);
  expect(await messages('en')).toMatch(/^Give .* or less\.$/);
});

test('a file in an encoding of its own is a download of exactly its bytes', async () => {
  register.at = '2019-09-10T09:00:00Z';
  const offices = [{ office_id: 'O9', name: 'Café', district_id: 'nowhere' }];
  const { deliveryId } = await register.deliver({ 'offices.csv': offices });
  const steward = { ...machineActor, personId: 'P9', role: 'data_steward' };
  const entrance = { ...sessionEntrance(register), authenticate: () => Promise.resolve(steward) };
  const own = await makeServer({ surroundings: register, actions, ...entrance });
  const answer = await own.inject({ method: 'GET', url: `/v1/deliveries/${deliveryId}/files/offices.csv/refused` });
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${deliveryId}-offices.csv"`,
  });
  expect(answer.rawPayload).toEqual(Buffer.from('office_id,name,district_id\r\nO9,Café,nowhere\r\n'));
  await own.close();
});

test('the server is well, and ready once its database answers', async () => {
  expect((await server.inject({ method: 'GET', url: '/health' })).json()).toEqual({ status: 'ok' });
  expect((await server.inject({ method: 'GET', url: '/ready' })).json()).toEqual({ status: 'ready' });
});

test('a server without its database is not ready, and says nothing of the cause', async () => {
  const surroundings = { ...register, database: () => Promise.reject(new Error('password of "jansen" is wrong')) };
  const lost = await makeServer({ surroundings, actions, ...sessionEntrance(surroundings) });
  const answer = await lost.inject({ method: 'GET', url: '/ready' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('jansen');
  await lost.close();
});

interface Document {
  readonly info: Record<string, unknown>;
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>;
}

test('the description of the API is open to all and lists every answer that the platform may give', async () => {
  const answer = await server.inject({ method: 'GET', url: '/v1/openapi.json' });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  const { paths, info } = answer.json<Document>();
  const served = actions.filter(({ contract }) => contract.machineOnly !== true);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.length).toBe(served.length);
  for (const { responses } of operations)
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '404', '413', '500', '503']),
    );
  expect(info).not.toHaveProperty('contact');
});

test('the organisation that runs the API says whom to ask', async () => {
  const apiContact = { name: 'Beheer', email: 'beheer@example.nl', url: 'https://example.nl/api' };
  const named = await serverWith({ apiContact });
  const document = (await named.inject({ method: 'GET', url: '/v1/openapi.json' })).json<Document>();
  expect(document.info.contact).toEqual(apiContact);
  await named.close();
});

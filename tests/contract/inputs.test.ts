import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { actions } from '../../src/apps/actions.ts';
import { machineActor } from '../../src/platform/access.ts';
import { makeServer } from '../../src/platform/http/server.ts';
import { fieldsOf } from '../../src/platform/input.ts';
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

interface Answer {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

async function ask(method: 'GET' | 'POST', url: string, body?: object): Promise<readonly [number, Answer]> {
  const answer = await server.inject({ method, url: `/v1${url}`, ...(body === undefined ? {} : { payload: body }) });
  return [answer.statusCode, answer.json<Answer>()];
}

test('every date that a contract takes lies within what a register lives through', () => {
  const dates = actions.flatMap(({ contract }) =>
    Object.entries(contract.input.shape).filter(([, schema]) => {
      const { format } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { format?: string };
      return format === 'date';
    }),
  );
  expect(dates.length).toBeGreaterThan(20);
  const judge = (date: string) => dates.filter(([, schema]) => (schema as z.ZodType).safeParse(date).success);
  for (const [none, all] of [
    ['0000-01-01', '1900-01-01'],
    ['1899-12-31', '2019-02-28'],
    ['2200-01-01', '2199-12-31'],
  ] as const) {
    expect(judge(none).map(([name]) => name)).toEqual([]);
    expect(judge(all)).toHaveLength(dates.length);
  }
});

test.each(['0000-01-01', '0001-01-01', '9999-12-31'])('a date as %s is refused with what is asked', async (date) => {
  for (const url of [`/norms?at=${date}`, `/agreements?known=${date}`, `/clients/K1?known=${date}`]) {
    const [status, { code, errors }] = await ask('GET', url);
    expect([url, status, code]).toEqual([url, 400, 'invalid_input']);
    expect(errors?.[0]?.message).toContain('1900-01-01');
  }
});

test('what takes a file is for the command line alone: HTTP takes JSON, and does not describe it', async () => {
  const takesFile = actions.filter(({ contract }) => fieldsOf(contract.input).some(({ kind }) => kind === 'file'));
  expect(takesFile.length).toBeGreaterThan(20);
  expect(
    takesFile.filter(({ contract }) => contract.machineOnly !== true).map(({ contract }) => contract.name),
  ).toEqual([]);
  const described = JSON.stringify((await server.inject({ method: 'GET', url: '/v1/openapi.json' })).json());
  expect(takesFile.filter(({ contract }) => described.includes(`"${contract.name}"`))).toEqual([]);
  expect((await ask('POST', '/norms', {}))[0]).toBe(404);
});

test('a text that no database keeps is refused by its field, wherever it stands', async () => {
  const [status, { errors }] = await ask('GET', '/clients/K%001');
  expect([status, errors?.map(({ field }) => field)]).toEqual([400, ['clientId']]);
  for (const text of ['Jan\0sen', 'Jan\ud800sen'])
    expect((await ask('POST', '/clients/_search', { text }))[1].errors?.map(({ field }) => field)).toEqual(['text']);
  const many = { benefitIds: ['B1', 'B\0'], from: '2019-09-10' };
  expect((await ask('POST', '/enrolments', many))[1].errors?.map(({ field }) => field)).toEqual(['benefitIds.1']);
  expect((await ask('POST', '/clients/_search', { text: '😀 Jansen' }))[0]).toBe(200);
});

test('a key of a body that nobody reads is refused, as one of an address is', async () => {
  const [status, { code, errors }] = await ask('POST', '/clients/_search', { text: 'Jansen', limits: 5 });
  expect([status, code]).toEqual([400, 'invalid_input']);
  expect(errors?.[0]?.message).toContain('limits');
});

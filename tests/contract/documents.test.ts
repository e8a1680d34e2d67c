import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeServer } from '../../src/platform/http/server.ts';
import { makeStage } from '../../src/platform/testing/call.ts';

let server: FastifyInstance;

beforeAll(async () => {
  server = await makeServer({
    surroundings: makeStage(null, '2019-09-10T08:00:00Z'),
    actions: [],
    authenticate: () => Promise.resolve(null),
    afterAction: (_contract, output) => output,
  });
});
afterAll(() => server.close());

test('the product serves the description of its exchange format, and no other document', async () => {
  const answer = await server.inject({ method: 'GET', url: '/docs/exchange-format.md' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/plain');
  expect(answer.body).toContain('### contacts.csv');
  expect((await server.inject({ method: 'GET', url: '/docs/..%2FREADME.md' })).statusCode).toBe(404);
});

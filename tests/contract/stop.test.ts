import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle } from '../../scripts/build.mjs';
import { FaultyProduct, until } from '../faults/faulty-product.ts';
import { organisation } from '../register/register.ts';

/** Stopping in order: what was begun is answered, what comes later is not taken, nothing stays behind. */

const product = new FaultyProduct();

beforeAll(async () => {
  await ensureBundle();
  const folder = product.writeDelivery('first', organisation, '2019-09-01T06:00:00Z');
  expect((await product.start(['import', folder]).ended).code).toBe(0);
});
afterAll(() => product.close());

test('a server that is told to stop answers what it has begun, and ends well', async () => {
  const server = product.start(['serve']);
  await until('the address', () => Promise.resolve(/http:\S+/.test(server.said())));
  const address = /http:\S+/.exec(server.said())?.[0] ?? '';
  // The sign-in waits for this lock, so that it is at work when the stop comes.
  await product.ask('begin');
  await product.ask('lock table organisation.session in exclusive mode');
  const signingIn = fetch(`${address}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'P1' }),
  });
  await until('the sign-in waits', async () => {
    const waiting = await product.ask(
      `select from pg_locks where relation = 'organisation.session'::regclass and not granted`,
    );
    return waiting.length > 0;
  });
  server.child.kill('SIGTERM');
  // A second signal, as of somebody who is impatient, changes nothing.
  server.child.kill('SIGTERM');
  await until('nothing new is taken', () =>
    fetch(`${address}/health`).then(
      () => false,
      () => true,
    ),
  );
  await product.ask('commit');
  expect((await signingIn).status).toBe(200);
  const answered = Date.now();
  expect((await server.ended).code).toBe(0);
  // A connection that is kept for a next request would hold it for more than a minute.
  expect(Date.now() - answered).toBeLessThan(30_000);
  expect(await product.ask('select from organisation.session')).toHaveLength(1);
});

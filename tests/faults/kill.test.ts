import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle } from '../../scripts/build.mjs';
import { environment } from '../../src/platform/env.ts';
import { clients, organisation } from '../register/register.ts';
import { FaultyProduct, until } from './faulty-product.ts';

/**
 * Killing the process at any moment of its work loses nothing acknowledged, leaves nothing half-done, and the next start
 * works. Every other round the database is killed with it.
 */

const rounds = Number(environment().SLUITEND_FAULT_ROUNDS ?? '3');
const product = new FaultyProduct();

/** A number of clients that makes an import last long enough to be hit. */
const many = 2_000;
let deliveries = 0;

beforeAll(async () => {
  await ensureBundle();
  const first = product.writeDelivery('first', { ...organisation, ...clients }, '2019-09-01T06:00:00Z');
  expect((await product.start(['import', first]).ended).code).toBe(0);
});
afterAll(() => product.close());

/** A delivery of clients that nobody brought before. */
function writeNext(): { readonly folder: string; readonly ids: string } {
  deliveries += 1;
  const ids = `R${deliveries}-`;
  const people = Array.from({ length: many }, (_, i) => ({
    client_id: `${ids}${i}`,
    birth_date: '1970-01-01',
    given_name: 'Proef',
    family_name: 'Ronde',
  }));
  const benefits = people.map(({ client_id }, i) => ({
    benefit_id: `B${ids}${i}`,
    client_id,
    scheme: 'WW',
    office_id: 'O1',
    start_date: '2019-01-01',
  }));
  const deliveredAt = new Date(Date.parse('2019-09-02T06:00:00Z') + deliveries * 60_000).toISOString();
  const files = { 'clients.csv': people, 'benefits.csv': benefits };
  return { folder: product.writeDelivery(ids, files, deliveredAt), ids };
}

const arrived = async (ids: string) =>
  Number(
    (
      await product.ask<{ n: string }>(
        `select count(*)::text as n from registry.client_version where client_id like '${ids}%'`,
      )
    )[0]?.n,
  );

test(`a killed import leaves the register as it was or wholly imported, ${rounds} rounds`, async () => {
  // How long the register is held when nothing goes wrong.
  const calm = product.start(['import', writeNext().folder]);
  await until('the import', () => product.isImporting());
  const begun = Date.now();
  await until('its end', async () => !(await product.isImporting()));
  const course = Date.now() - begun;
  expect((await calm.ended).code).toBe(0);

  let undone = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { folder, ids } = writeNext();
    const before = await product.countRows();
    const importing = product.start(['import', folder, '--json']);
    await until('the import', () => product.isImporting());
    // Anywhere in its course, a little past its end too.
    await sleep(Math.random() * course * 1.1);
    importing.child.kill('SIGKILL');
    if (round % 2 === 1) await product.killDatabase();
    const { out } = await importing.ended;
    const after = await product.countRows();
    if (out === '' && (await arrived(ids)) === 0) {
      expect(after).toEqual(before);
      undone += 1;
    }
    const again = await product.start(['import', folder, '--json']).ended;
    const { status } = JSON.parse(again.out) as { status: string };
    // What was acknowledged, or had arrived, had arrived as a whole.
    expect(status).toBe(
      (after['registry.client_version'] ?? '') === before['registry.client_version'] ? 'accepted' : 'already_imported',
    );
    if (status === 'already_imported') expect(await product.countRows()).toEqual(after);
    if (out !== '') expect(status).toBe('already_imported');
    expect(await arrived(ids)).toBe(many);
  }
  // Else the kills came too late and nothing was tried.
  expect(undone).toBeGreaterThan(0);
}, 900_000);

/** One after the other until the server is gone; notes the ids of the two contacts of each report that was acknowledged. */
async function reportUntilGone(address: string, cookie: string, acknowledged: string[]): Promise<void> {
  const later = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  for (;;) {
    try {
      const answer = await fetch(`${address}/v1/contacts/_report`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({
          benefitId: 'B1',
          kind: 'progress',
          channel: 'phone',
          date: '2019-10-01',
          time: '10:00',
          outcome: 'held',
          minutes: 30,
          nextDate: later,
          nextTime: '09:00',
        }),
      });
      const said = (await answer.json()) as { contactId?: string; nextContactId?: string; code?: string };
      if (answer.status !== 200) throw new Error(`the report was refused: ${said.code}`, { cause: 'refused' });
      acknowledged.push(said.contactId ?? '', said.nextContactId ?? '');
    } catch (fault) {
      if ((fault as Error).cause === 'refused') throw fault;
      return;
    }
  }
}

async function startServing(): Promise<{ address: string; cookie: string; kill: () => void }> {
  const { child, said } = product.start(['serve']);
  await until('the address of the server', () => Promise.resolve(/http:\/\/[\d.:]+/.test(said())));
  const address = /http:\/\/[\d.:]+/.exec(said())?.[0] ?? '';
  const session = await fetch(`${address}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'P1' }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { address, cookie, kill: () => child.kill('SIGKILL') };
}

test(`reports that a killed server acknowledged are all there, and none is half there, ${rounds} rounds`, async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { address, cookie, kill } = await startServing();
    // Three at once: what is under way when the kill comes is at different steps.
    const written: string[] = [];
    const writers = [1, 2, 3].map(() => reportUntilGone(address, cookie, written));
    await until('a report that is acknowledged', () => Promise.resolve(written.length > 0));
    await sleep(Math.random() * 400);
    kill();
    if (round % 2 === 1) await product.killDatabase();
    await Promise.all(writers);
    acknowledged.push(...written);
  }
  await product.countRows();
  const kept = await product.ask<{ contact_id: string }>(
    'select contact_id from contacts.contact where entry_id is not null',
  );
  const there = new Set(kept.map((row) => row.contact_id));
  expect(acknowledged.filter((contactId) => !there.has(contactId))).toEqual([]);
  // Each act brought a conversation and the next appointment, or nothing.
  const halves =
    await product.ask(`select e.entry_id from platform.entry e left join contacts.contact c using (entry_id)
    where e.action = 'contacts.report' group by e.entry_id having count(c.contact_id) <> 2`);
  expect(halves).toEqual([]);
}, 900_000);

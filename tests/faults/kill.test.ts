import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle } from '../../scripts/build.mjs';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { clients, csvOf, type Files, organisation } from '../register/register.ts';

/** Killing the process at any moment loses nothing acknowledged, leaves nothing half-done, and the next start works. */

const rounds = Number(environment().SLUITEND_FAULT_ROUNDS ?? '3');
const place = mkdtempSync(resolve(tmpdir(), 'sluitend-faults-'));
const data = resolve(place, 'data');

beforeAll(async () => {
  await ensureBundle();
  writeDelivery('first', { ...organisation, ...clients }, '2019-09-01T06:00:00Z');
  const done = await run(['import', resolve(place, 'first'), '--json']);
  expect(JSON.parse(done.out)).toMatchObject({ status: 'accepted' });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function writeDelivery(name: string, files: Files, deliveredAt: string): void {
  const folder = resolve(place, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, rows] of Object.entries(files)) writeFileSync(resolve(folder, file), csvOf(rows));
  writeFileSync(resolve(folder, 'manifest.json'), JSON.stringify({ format: 1, source: 'test', deliveredAt }));
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** Runs the product's command line; killed with SIGKILL after `killAfter` ms when that is given. */
function run(args: readonly string[], killAfter?: number): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(projectRoot, 'bin', 'sluitend'), ...args, '--data', data], {
      env: {
        ...environment(),
        SLUITEND_LOG: 'silent',
        SLUITEND_BSN_KEY: Buffer.alloc(32, 7).toString('base64'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code, out });
    });
  });
}

const countOf = async (text: string) => {
  const found = await run(['registry', 'find-clients', '--text', text, '--limit', '100', '--json']);
  return (JSON.parse(found.out) as { clients: unknown[] }).clients.length;
};

test(`a killed import leaves the register as it was or wholly imported, ${rounds} rounds`, async () => {
  const people = (round: number) =>
    Array.from({ length: 60 }, (_, i) => ({
      client_id: `R${round}-${i}`,
      birth_date: '1970-01-01',
      given_name: 'Proef',
      family_name: `Ronde${String.fromCharCode(97 + round)}`,
    }));
  for (let round = 0; round < rounds; round += 1) {
    const name = `round-${round}`;
    const benefits = people(round).map((client, i) => ({
      benefit_id: `RB${round}-${i}`,
      client_id: client.client_id,
      scheme: 'WW',
      office_id: 'O1',
      start_date: '2019-01-01',
    }));
    const deliveredAt = new Date(Date.parse('2019-09-02T06:00:00Z') + round * 60_000).toISOString();
    writeDelivery(name, { 'clients.csv': people(round), 'benefits.csv': benefits }, deliveredAt);
    await run(['import', resolve(place, name), '--json'], 250 + Math.floor((round * 1_900) / Math.max(rounds, 1)));
    await sleep(50);
    const family = `ronde${String.fromCharCode(97 + round)}`;
    expect([0, 60]).toContain(await countOf(family));
    const again = JSON.parse((await run(['import', resolve(place, name), '--json'])).out) as { status: string };
    expect(['accepted', 'already_imported']).toContain(again.status);
    expect(await countOf(family)).toBe(60);
  }
}, 900_000);

test(`a write that was acknowledged survives a kill right after it, ${rounds} rounds`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const personId = `F${round}`;
    const add = [
      'organisation',
      'add-person',
      '--person-id',
      personId,
      '--name',
      'Proef',
      '--email',
      'f@example.org',
      '--role',
      'researcher',
      '--reach',
      'nation',
      '--json',
    ];
    const killed = await run(add, 300 + Math.floor((round * 900) / Math.max(rounds, 1)));
    const list = JSON.parse((await run(['organisation', 'list-people', '--json'])).out) as {
      people: { personId: string }[];
    };
    const isThere = list.people.some((person) => person.personId === personId);
    // Acknowledged: printed by the command. Then it must be there; else either is right, but whole.
    if (killed.out.includes(personId)) expect(isThere).toBe(true);
    const again = await run(add);
    expect(again.code).toBe(isThere ? 3 : 0);
  }
}, 900_000);

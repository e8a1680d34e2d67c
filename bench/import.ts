/**
 * Import rate of contacts: `npx tsx bench/import.ts [benefits] [contacts] [rounds]` (100,000, 1,000,000 and one unless told).
 *
 * A first delivery of contacts on their benefits through `deliveries.import`, with everything that it does
 * (read, judge, link corrections, report, commit), against a bare COPY of the same rows, committed, into one table with the
 * same keys and indexes. Elapsed time, both on the same database within a round; every round has a database of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { importAction } from '../src/apps/actions.ts';
import { call } from '../src/platform/testing/call.ts';
import { csvOf, makeRegister, organisation, type Rows, type TestRegister } from '../tests/register/register.ts';
import { benchArguments } from './arguments.ts';

/** One row in so many corrects the one before it on its benefit. */
const CORRECTS_ONE_IN = 20;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2018-03-01T09:00:00Z');

/** Instant of the registers made here; their contacts lie before it. */
export const now = '2019-09-15T10:00:00Z';

/** Clients with a benefit each: B0, B1 ... of office O1. */
function benefitFiles(benefits: number): Record<string, Rows> {
  const numbers = Array.from({ length: benefits }, (_, i) => i);
  return {
    'clients.csv': numbers.map((i) => ({ client_id: `K${i}`, birth_date: '1980-01-31', family_name: `Naam ${i}` })),
    'benefits.csv': numbers.map((i) => ({
      benefit_id: `B${i}`,
      client_id: `K${i}`,
      scheme: 'WIA_WGA',
      office_id: 'O1',
      start_date: '2018-01-01',
    })),
  };
}

function contactRows(contacts: number, benefits: number): Rows {
  return Array.from({ length: contacts }, (_, i) => {
    const turn = Math.floor(i / benefits);
    const occurred = FIRST_DAY + turn * 30 * DAY_MS + (i % 25) * DAY_MS;
    return {
      contact_id: `C${i}`,
      benefit_id: `B${i % benefits}`,
      adviser_id: 'A1',
      kind: i % 3 === 0 ? 'evaluation' : 'progress',
      channel: i % 2 === 0 ? 'phone' : 'office',
      occurred_at: new Date(occurred).toISOString(),
      minutes: '30',
      outcome: 'held',
      registered_at: new Date(occurred + DAY_MS).toISOString(),
      corrects: turn > 0 && i % CORRECTS_ONE_IN === 0 ? `C${i - benefits}` : '',
    };
  });
}

/** Imports a first delivery of contacts into a register with their benefits; gives its seconds. */
export async function importContacts(register: TestRegister, contacts: number, benefits: number): Promise<number> {
  register.at = '2019-09-14T10:00:00Z';
  await register.deliver({ ...organisation, ...benefitFiles(benefits) });
  register.at = now;
  const folder = mkdtempSync(resolve(tmpdir(), 'sluitend-bench-'));
  try {
    writeFileSync(resolve(folder, 'contacts.csv'), csvOf(contactRows(contacts, benefits)));
    writeFileSync(
      resolve(folder, 'manifest.json'),
      JSON.stringify({ format: 1, source: 'test', deliveredAt: register.at }),
    );
    const started = performance.now();
    const { accepted } = await call(register, importAction, { folder });
    const seconds = (performance.now() - started) / 1000;
    if (accepted['contacts.csv'] !== contacts) throw new Error(`not all contacts came in: ${JSON.stringify(accepted)}`);
    return seconds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Copies what the import has stored into a table like it; gives its seconds. */
async function copyBare(register: TestRegister): Promise<number> {
  const database = await register.database();
  const chunks: Buffer[] = [];
  await database.transaction({}, async (tx) => {
    const client = await tx.raw('owner');
    await client.query('create table contacts.bare (like contacts.contact including all)');
    for await (const chunk of client.query(copyTo('copy contacts.contact to stdout'))) chunks.push(chunk as Buffer);
  });
  const started = performance.now();
  await database.transaction({}, async (tx) => {
    const client = await tx.raw('owner');
    await pipeline(Readable.from([Buffer.concat(chunks)]), client.query(copyFrom('copy contacts.bare from stdin')));
  });
  return (performance.now() - started) / 1000;
}

async function main(benefits: number, contacts: number, rounds: number): Promise<void> {
  const print = (...cells: readonly string[]) =>
    process.stdout.write(`${cells.map((cell, i) => (i === 0 ? cell.padEnd(32) : cell.padStart(12))).join('')}\n`);
  const load = () => loadavg()[0]?.toFixed(1) ?? '';
  print(`${contacts} contacts, rows/s`, 'import', 'bare COPY', 'ratio', 'load');
  const ratios: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const register = await makeRegister(now);
    try {
      const ours = await importContacts(register, contacts, benefits);
      const bare = await copyBare(register);
      ratios.push(ours / bare);
      const rate = (seconds: number) => Math.round(contacts / seconds).toString();
      print(`round ${round}`, rate(ours), rate(bare), (ours / bare).toFixed(1), load());
    } finally {
      await register.close();
    }
  }
  const middle = ratios.sort((a, b) => a - b)[Math.floor((ratios.length - 1) / 2)] ?? Number.NaN;
  print('median (lower of two)', '', '', middle.toFixed(1));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [benefits = 100_000, contacts = 1_000_000, rounds = 1] = benchArguments({
    numbers: ['benefits', 'contacts', 'rounds'],
  });
  await main(benefits, contacts, rounds);
  // The connection that keeps the built-in server of the tests awake would keep this process too.
  process.exit();
}

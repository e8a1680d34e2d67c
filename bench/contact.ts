/**
 * Registering a contact over HTTP: `npx tsx bench/contact.ts [calls] [benefits] [contacts]` (400, 100,000 and 1,000,000 unless told).
 *
 * `contacts.report` by a signed-in adviser through the product's own server, on a register of that size,
 * against the least that such a call must do: the same server answering `/health`, and one transaction of one
 * bare INSERT of the same row into a table with the same keys and indexes. In turns, one after the other, elapsed time.
 */
import { loadavg } from 'node:os';
import pg from 'pg';
import { actions } from '../src/apps/actions.ts';
import { sessionEntrance } from '../src/apps/session.ts';
import { makeServer } from '../src/platform/http/server.ts';
import { makeRegister, type TestRegister } from '../tests/register/register.ts';
import { benchArguments } from './arguments.ts';
import { importContacts, now } from './import.ts';

/** Calls before anything is measured: plans and code are warm then. */
const WARM_UP = 40;

type Row = Readonly<Record<string, unknown>>;

interface Timing {
  readonly ours: number;
  readonly health: number;
  readonly insert: number;
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

/** Fails when an answer is not what it should be: a refusal is quick. */
async function answerOf(address: string, init: RequestInit = {}): Promise<{ body: Row; headers: Headers }> {
  const response = await fetch(address, init);
  const body = (await response.json()) as Row;
  if (!response.ok) throw new Error(`${address}: ${response.status} ${JSON.stringify(body)}`);
  return { body, headers: response.headers };
}

async function post(address: string, body: Row, cookie = '') {
  const headers = { 'content-type': 'application/json', cookie };
  return answerOf(address, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Makes the bare table; gives what puts a stored contact into it, in a transaction of its own. */
async function makeBareInsert(register: TestRegister) {
  const { pool, roles } = await register.database();
  const client = await pool.connect();
  const owner = pg.escapeIdentifier(roles.owner);
  await client.query(`set role ${owner}`);
  await client.query('create table contacts.bare (like contacts.contact including all)');
  await client.query('insert into contacts.bare select * from contacts.contact');
  const find = async (contactId: unknown): Promise<Row> => {
    const found = await client.query<Row>('select * from contacts.contact where contact_id = $1', [contactId]);
    const [row] = found.rows;
    if (row === undefined) throw new Error('the reported contact was not stored');
    return row;
  };
  const insert = async (row: Row): Promise<void> => {
    const names = Object.keys(row);
    const text = `insert into contacts.bare (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
    await client.query('begin');
    await client.query({ name: 'bare', text, values: Object.values(row) });
    await client.query('commit');
  };
  return { find, insert, release: () => client.release(true) };
}

async function measure(register: TestRegister, calls: number, benefits: number): Promise<Timing[]> {
  const surroundings = { ...register, config: { ...register.config, localSignIn: true } };
  const server = await makeServer({ surroundings, actions, ...sessionEntrance(surroundings) });
  const bare = await makeBareInsert(register);
  try {
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    const { headers } = await post(`${address}/v1/sessions`, { personId: 'P1' });
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0];
    const timings: Timing[] = [];
    for (let i = 0; i < WARM_UP + calls; i++) {
      const contact = {
        benefitId: `B${(i * 7) % benefits}`,
        kind: 'progress',
        channel: 'phone',
        date: '2019-09-13',
        time: '09:30',
        outcome: 'held',
        minutes: 30,
        report: 'Besproken wat er goed gaat en wat de volgende stap is.',
      };
      const [ours, { body }] = await timed(() => post(`${address}/v1/contacts/_report`, contact, cookie));
      const row = await bare.find(body.contactId);
      const [health] = await timed(() => answerOf(`${address}/health`));
      const [insert] = await timed(() => bare.insert(row));
      if (i >= WARM_UP) timings.push({ ours, health, insert });
    }
    return timings;
  } finally {
    bare.release();
    await server.close();
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

async function main(calls: number, benefits: number, contacts: number): Promise<void> {
  const register = await makeRegister(now);
  try {
    await importContacts(register, contacts, benefits);
    const timings = await measure(register, calls, benefits);
    const print = (...cells: readonly string[]) =>
      process.stdout.write(`${cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(12))).join('')}\n`);
    print(`${calls} calls, ms`, 'report', 'bare', 'ratio', 'health', 'insert');
    for (const [name, share] of [['p50', 0.5] as const, ['p95', 0.95] as const]) {
      const of = (value: (timing: Timing) => number) => quantile(timings.map(value), share);
      const [ours, bare] = [of((timing) => timing.ours), of(({ health, insert }) => health + insert)];
      const parts = [of((timing) => timing.health), of((timing) => timing.insert)];
      print(name, ...[ours, bare, ours / bare, ...parts].map((value) => value.toFixed(1)));
    }
    process.stdout.write(`load of the last minute: ${loadavg()[0]?.toFixed(1)}\n`);
  } finally {
    await register.close();
  }
}

const [calls = 400, benefits = 100_000, contacts = 1_000_000] = benchArguments({
  numbers: ['calls', 'benefits', 'contacts'],
});
await main(calls, benefits, contacts);
// The connection that keeps the built-in server of the tests awake would keep this process too.
process.exit();

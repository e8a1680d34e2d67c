/**
 * Coverage at size: `npx tsx bench/coverage.ts [benefits] [contacts] [rounds]` (100,000, 1,000,000 and five unless told).
 *
 * The evaluation of all norms in force for nation, districts and offices, the whole of `measures`, the first page of a
 * worklist (an office's, an adviser's own) and the state of one client, each against the least that touches the same
 * contacts: one sequential group-by pass over all of them, the same pass over those of the unit or client. Elapsed time,
 * medians, in turns on one database; figures are evaluated anew in every turn. The import that fills it is told too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import pg from 'pg';
import { actions, importAction } from '../src/apps/actions.ts';
import type { Actor } from '../src/platform/access.ts';
import type { Contract, RawInputOf } from '../src/platform/contract.ts';
import { call } from '../src/platform/testing/call.ts';
import { showClientState, showMeasures, showWorklist } from '../src/rooms/coverage/contract.ts';
import { listFigures } from '../src/rooms/coverage/figures.store.ts';
import { loadNorms } from '../src/rooms/coverage/load-measures.actions.ts';
import { computeNormTerms } from '../src/rooms/coverage/norm-terms.ts';
import { listNormsValidAt } from '../src/rooms/coverage/norm-version.ts';
import { computeWindows } from '../src/rooms/coverage/windows.ts';
import { evaluate } from '../src/rooms/registry/measures.actions.ts';
import { endOfDay } from '../src/time/zone.ts';
import { makeRegister, type TestRegister } from '../tests/register/register.ts';
import { benchArguments } from './arguments.ts';
import { at, now, type Size, writeRegister } from './register.ts';

/** One line of the table: ours, and the least in the same turn. */
interface Line {
  readonly what: string;
  ours(): Promise<unknown>;
  /** Contacts that the group-by passes over. */
  readonly bare: string;
}

async function fill(register: TestRegister, size: Size): Promise<number> {
  const folder = mkdtempSync(resolve(tmpdir(), 'sluitend-bench-'));
  try {
    await writeRegister(folder, size);
    const started = performance.now();
    const { status } = await call(register, importAction, { folder });
    if (status !== 'accepted') throw new Error(`the register was not accepted: ${status}`);
    return (performance.now() - started) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function evaluateNorms(register: TestRegister): Promise<unknown> {
  const database = await register.database();
  return database.transaction({ isolation: 'snapshot' }, async (tx) => {
    const figures = tx.as('figures');
    const norms = listNormsValidAt(await loadNorms(figures), at).map(({ norm }) => computeNormTerms(norm));
    const asked = { windows: computeWindows(at), knownBefore: endOfDay(at), scope: { kind: 'all' } as const, norms };
    return evaluate(figures, listFigures(asked), true);
  });
}

function askAs(register: TestRegister, actor?: Actor) {
  return <C extends Contract>(contract: C, input: RawInputOf<C>) => {
    const action = actions.find((candidate) => candidate.contract === contract);
    if (action === undefined) throw new Error(`${contract.name} has no action`);
    return call(register.as(actor), action, input);
  };
}

/** A session of its own for the bare passes: one process, no plan kept, nothing in parallel. */
async function connect(register: TestRegister): Promise<pg.PoolClient> {
  const { pool, roles } = await register.database();
  const client = await pool.connect();
  await client.query(`set role ${pg.escapeIdentifier(roles.figures)}`);
  await client.query('set max_parallel_workers_per_gather = 0');
  return client;
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

async function linesOf(register: TestRegister): Promise<Line[]> {
  const adviser = await register.person('P1');
  const ask = askAs(register);
  const own = askAs(register, adviser);
  const office = "client_key in (select client_key from registry.benefits where office_id = 'O1')";
  const caseload = "client_key in (select client_key from registry.assignments where adviser_id = 'A1-0')";
  return [
    { what: 'all norms, nation to office', ours: () => evaluateNorms(register), bare: 'true' },
    { what: 'measures, all of them', ours: () => ask(showMeasures, { at }), bare: 'true' },
    {
      what: 'worklist of an office, page 1',
      ours: () => own(showWorklist, { list: 'overdue', level: 'office', unitId: 'O1' }),
      bare: office,
    },
    {
      what: 'worklist of an adviser, page 1',
      ours: () => own(showWorklist, { list: 'overdue', level: 'own' }),
      bare: caseload,
    },
    {
      what: 'state of one client',
      ours: () => own(showClientState, { clientId: 'K1' }),
      bare: "client_key = (select client_key from registry.client where client_id = 'K1')",
    },
  ];
}

async function main(size: Size, rounds: number): Promise<void> {
  const register = await makeRegister(now);
  const print = (...cells: readonly string[]) =>
    process.stdout.write(`${cells.map((cell, i) => (i === 0 ? cell.padEnd(32) : cell.padStart(12))).join('')}\n`);
  try {
    const seconds = await fill(register, size);
    print(
      `import ${size.contacts} contacts`,
      `${seconds.toFixed(0)} s`,
      `${Math.round(size.contacts / seconds)} rows/s`,
    );
    const session = await connect(register);
    try {
      print(`${size.benefits} benefits, ms`, 'ours', 'bare', 'ratio', 'load');
      for (const { what, ours, bare } of await linesOf(register)) {
        const text = `select client_key, count(*), max(occurred_on) from contacts.contact where ${bare} group by client_key`;
        const timings: { readonly ours: number; readonly bare: number }[] = [];
        // the first turn warms caches and is left out
        for (let round = 0; round <= rounds; round++) {
          const turn = { bare: await millisecondsOf(() => session.query(text)), ours: await millisecondsOf(ours) };
          if (round > 0) timings.push(turn);
        }
        const [mine, least] = [median(timings.map((t) => t.ours)), median(timings.map((t) => t.bare))];
        print(what, mine.toFixed(1), least.toFixed(1), (mine / least).toFixed(1), loadavg()[0]?.toFixed(1) ?? '');
      }
    } finally {
      session.release(true);
    }
  } finally {
    await register.close();
  }
}

const [benefits = 100_000, contacts = 1_000_000, rounds = 5] = benchArguments({
  numbers: ['benefits', 'contacts', 'rounds'],
});
await main({ benefits, contacts }, rounds);
// The connection that keeps the built-in server of the tests awake would keep this process too.
process.exit();

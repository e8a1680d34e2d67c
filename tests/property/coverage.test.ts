import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type Actor, machineActor } from '../../src/platform/access.ts';
import type { Action } from '../../src/platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../src/platform/contract.ts';
import { environment } from '../../src/platform/env.ts';
import { call } from '../../src/platform/testing/call.ts';
import { listCounters, showClientState, showMeasures, showWorklist } from '../../src/rooms/coverage/contract.ts';
import { coverageActions } from '../../src/rooms/coverage/coverage.actions.ts';
import { makeRegister, type Rows, type TestRegister } from '../register/register.ts';
import { type Act, beginWork, endWork, type LeftOpen } from './acts.ts';
import { changes, type Draw, dayFrom, drawFrom } from './changes.ts';
import { entries, knowNow } from './entries.ts';
import { keyOf, knowAt, knownBefore, type Row } from './known.ts';
import {
  type Asked,
  ask,
  closureOf,
  inclusionOf,
  isInCaseload,
  listLeading,
  listObligations,
  normFigures,
} from './reference.ts';
import { type Book, bookDelivery, emptyBook, firstSupply, type Supply } from './supplier.ts';

/**
 * Random histories of a small register: after any of them the product's answers for one client, one caseload, an
 * office and the nation are those of a slow reading of the definitions. SLUITEND_PROPERTY_RUNS asks for more runs with
 * a new seed; fast-check prints seed and path of what fails, which SLUITEND_PROPERTY_SEED and _PATH repeat and
 * SLUITEND_PROPERTY_SHRINK=1 makes small.
 */
const runs = environment().SLUITEND_PROPERTY_RUNS;
const seed = environment().SLUITEND_PROPERTY_SEED ?? (runs === undefined ? '2019' : undefined);
const path = environment().SLUITEND_PROPERTY_PATH;
const start = '2018-11-15T08:00:00Z';
/** Minutes that pass before a step: mostly little, sometimes past a term or into another year. */
const waits = [7, 300, 1440 * 3, 1440 * 17, 1440 * 50];

/** Contacts come more often than anything else. */
const changeNames = [
  ...Object.keys(changes),
  'newContact',
  'newContact',
  'newContact',
  'correctContact',
  'correctContact',
];
const entryNames = Object.keys(entries);
const step = fc.record({
  act: fc.constantFrom(
    'deliver',
    'deliver',
    'deliver',
    'full',
    'look',
    'report',
    'report',
    'plan',
    'handOverAll',
    'undo',
    'undo',
    'leaveOpen',
    'saveLeft',
    'saveLeft',
    ...entryNames,
  ),
  wait: fc.constantFrom(...waits),
  numbers: fc.array(fc.nat(100_000), { minLength: 12, maxLength: 12 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test('client, caseload, office and nation agree with the definitions after any history', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 18, size: 'max' }), live);
  const limits = { numRuns: Number(runs ?? '15'), interruptAfterTimeLimit: 30 * 60_000, markInterruptAsFailure: true };
  const isThorough = environment().SLUITEND_PROPERTY_SHRINK !== undefined;
  await fc.assert(property, {
    ...limits,
    endOnFailure: !isThorough,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path }),
  });
}, 3_600_000);

interface History {
  readonly register: TestRegister;
  readonly book: Book;
  readonly supply: Supply;
  made: number;
  readonly acts: Act[];
  readonly leftOpen: LeftOpen[];
}

async function live(steps: readonly Step[]): Promise<void> {
  const register = await makeRegister(start);
  const history: History = { register, book: emptyBook(), supply: firstSupply(), made: 100, acts: [], leftOpen: [] };
  try {
    const all = [...history.supply].map(([file, rows]) => [file, [...rows.values()]] as const);
    await deliver(history, { files: Object.fromEntries(all), isFull: false, deliveredAt: start });
    for (const [i, { act, wait, numbers }] of steps.entries()) {
      register.at = Temporal.Instant.from(register.at).add({ minutes: wait }).toString();
      const draw = drawFrom(numbers);
      if (act === 'deliver' || act === 'full') await supplierActs(history, draw, act === 'full');
      const entry = entries[act];
      if (entry !== undefined) {
        const work = await beginWork(register, { ...history, draw });
        await entry(work, knowNow(history.book, register.at));
        endWork(work);
      }
      if (act === 'look' || i === steps.length - 1) await look(history, draw);
    }
    await look(history, drawFrom([0]));
  } finally {
    await register.close();
  }
}

/** Some changes at the supplier, delivered as the rows that changed or as whole files. */
async function supplierActs(history: History, draw: Draw, isFull: boolean): Promise<void> {
  const { supply, register } = history;
  const newId = (prefix: string) => `${prefix}${history.made++}`;
  const touched = new Map<string, Map<string, Row>>();
  for (let n = 1 + draw.int(5); n > 0; n--) {
    const changed = changes[draw.one(changeNames)]?.(supply, { draw, now: register.at, newId });
    if (changed == null) continue;
    const [file, row] = changed;
    supply.get(file)?.set(keyOf(file, row), row);
    const rows = touched.get(file) ?? new Map<string, Row>();
    touched.set(file, rows.set(keyOf(file, row), row));
  }
  if (isFull) {
    const file = draw.one([
      'benefits.csv',
      'enrolments.csv',
      'clients.csv',
      'assignments.csv',
      'employments.csv',
      'profiles.csv',
      'trajectories.csv',
      'contacts.csv',
    ]);
    const rows = supply.get(file) ?? new Map<string, Row>();
    const dropped = draw.one([...rows.keys()]);
    if (rows.size > 1 && file !== 'contacts.csv') rows.delete(dropped);
    touched.set(file, rows);
  }
  if (touched.size === 0) return;
  const whole = (file: string) => [...(supply.get(file)?.values() ?? [])];
  const files = [...touched].map(([file, rows]) => [file, isFull ? whole(file) : [...rows.values()]] as const);
  await deliver(history, { files: Object.fromEntries(files), isFull, deliveredAt: register.at });
}

async function deliver(
  { register, book }: History,
  { files, isFull, deliveredAt }: { files: Record<string, Rows>; isFull: boolean; deliveredAt: string },
): Promise<void> {
  const report = await register.deliver(files, { deliveredAt, kind: isFull ? 'full' : 'incremental' });
  expect(report.refusal).toBeNull();
  bookDelivery(book, { files, isFull, deliveredAt, refused: report.refused });
}

/** Compares all answers at a random day, as known at a random day. */
async function look({ register, book }: History, draw: Draw): Promise<void> {
  const at = dayFrom(register.at, 30 - draw.int(200));
  const known = draw.int(1) === 0 ? dayFrom(register.at, 1 - draw.int(90)) : dayFrom(register.at, 0);
  const asked = ask(at, knowAt(book, knownBefore(known)));
  await compareNation(register, asked, known);
  // A dossier opens only of a client that exists today, whatever was known before.
  const today = new Set(knowNow(book, register.at).clients.map((row) => row.client_id));
  const openable = [...new Set(asked.known.benefits.map((row) => row.client_id ?? ''))].filter((id) => today.has(id));
  await compareClients(register, asked, { known, openable });
  await compareUnits(register, asked, known);
}

async function compareNation(register: TestRegister, asked: Asked, known: string): Promise<void> {
  const measures = await answer(register, showMeasures, { at: asked.at, known });
  const districtOf = new Map(asked.known.offices.map((row) => [row.office_id, row.district_id]));
  const units = { nation: measures.national, ...measures.districts };
  for (const [unit, given] of Object.entries(units)) {
    const isOfUnit = (row: Row) => unit === 'nation' || districtOf.get(row.office_id) === unit;
    const benefits = asked.known.benefits.filter(isOfUnit);
    const expected = {
      ...normFigures(asked, benefits),
      closure: closureOf(asked, benefits),
      'wajong-inclusion': inclusionOf(asked, benefits),
    };
    const where = `${unit} at ${asked.at} as known at ${known}`;
    const picked = Object.fromEntries(Object.keys(expected).map((key) => [key, given[key]]));
    expect(picked, where).toEqual(expected);
  }
}

async function compareClients(
  register: TestRegister,
  asked: Asked,
  { known, openable }: { readonly known: string; readonly openable: readonly string[] },
): Promise<void> {
  const all = listObligations(asked).filter((of) => !of.norm.isReading);
  for (const clientId of openable) {
    const given = await answer(register, showClientState, { clientId, at: asked.at, known });
    const said = given.obligations.map((of) => `${of.normId} ${of.benefitId} ${of.state} ${of.dueDate}`);
    const expected = all
      .filter((of) => of.benefit.client_id === clientId)
      .map((of) => `${of.norm.id} ${of.benefit.benefit_id} ${of.state} ${of.dueDate}`);
    expect(said.toSorted(), `${clientId} at ${asked.at} as known at ${known}`).toEqual(expected.toSorted());
  }
}

const leadingLists = { overdue: ['overdue', 'overdue_planned'], due: ['due', 'due_planned'], 'in-view': ['in_view'] };

async function compareUnits(register: TestRegister, asked: Asked, known: string): Promise<void> {
  const offices = asked.known.offices.map((row) => row.office_id ?? '');
  const adviser = (adviserId: string): Actor => ({ ...machineActor, personId: adviserId, role: 'adviser', adviserId });
  const units = [
    ...['A1', 'A2', 'A3'].map((id) => ({
      input: { level: 'own' as const },
      actor: adviser(id),
      isOfUnit: isInCaseload(asked, id),
      name: id,
    })),
    ...offices.map((id) => ({
      input: { level: 'office' as const, unitId: id },
      actor: machineActor,
      isOfUnit: (row: Row) => row.office_id === id,
      name: id,
    })),
  ];
  for (const { input, actor, isOfUnit, name } of units) {
    const dates = { at: asked.at, known, ...input };
    const leading = listLeading(asked, isOfUnit);
    const { counters } = await answer(register, listCounters, dates, actor);
    for (const [list, states] of Object.entries(leadingLists) as [keyof typeof leadingLists, string[]][]) {
      const given = await answer(register, showWorklist, { ...dates, list }, actor);
      const where = `${list} of ${name} at ${asked.at} as known at ${known}`;
      const expected = leading.filter((of) => states.includes(of.state));
      const said = given.lines.map((of) => `${of.dueDate} ${of.clientId} ${of.state}`);
      expect(said, where).toEqual(expected.map((of) => `${of.dueDate} ${of.clientId} ${of.state}`).toSorted());
      expect([given.count, counters.find((of) => of.list === list)?.count], where).toEqual([said.length, said.length]);
    }
  }
}

const actions = coverageActions as readonly unknown[] as readonly Action[];

function answer<C extends Contract>(
  register: TestRegister,
  contract: C,
  ...[input, actor]: [RawInputOf<C>, Actor?]
): Promise<OutputOf<C>> {
  const found = actions.find((of) => of.contract === contract) as unknown as Action<C>;
  return call(register.as(actor), found, input);
}

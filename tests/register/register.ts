import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { importAction } from '../../src/apps/actions.ts';
import type { Actor } from '../../src/platform/access.ts';
import { call, makeStage, type Stage } from '../../src/platform/testing/call.ts';
import { makeTestDatabase } from '../../src/platform/testing/database.ts';
import { importDelivery as importContract } from '../../src/rooms/deliveries/contract.ts';
import { actorOf } from '../../src/rooms/organisation/organisation.actions.ts';

/** Rows of one file as objects; columns are those of the first row. */
export type Rows = readonly Readonly<Record<string, string>>[];
export type Files = Readonly<Record<string, Rows>>;

/** A register of a test's own, with a clock that stands where the test puts it. */
export interface TestRegister extends Stage {
  /** Imports a delivery as it would come from a supplier; `wait` in seconds. */
  deliver(
    files: Files,
    manifest?: Readonly<Record<string, string>>,
    how?: { readonly wait?: number },
  ): Promise<ReturnType<typeof importContract.output.parse>>;
  /** Somebody of people.csv, with the reach of the clock's day. */
  person(personId: string): Promise<Actor>;
  close(): Promise<void>;
}

export async function makeRegister(at: string): Promise<TestRegister> {
  const db = await makeTestDatabase();
  const stage = makeStage(db.database, at);
  return Object.assign(stage, {
    deliver: async (files: Files, manifest: Readonly<Record<string, string>> = {}, how = {}) => {
      const folder = mkdtempSync(resolve(tmpdir(), 'sluitend-'));
      try {
        for (const [name, rows] of Object.entries(files)) writeFileSync(resolve(folder, name), csvOf(rows));
        writeFileSync(
          resolve(folder, 'manifest.json'),
          JSON.stringify({ format: 1, source: 'test', deliveredAt: stage.at, ...manifest }),
        );
        return await call(stage, importAction, { folder, ...how });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    person: async (personId: string) => {
      const actor = await db.database.transaction({}, (tx) =>
        actorOf(tx.as('figures'), personId, stage.at.slice(0, 10)),
      );
      if (actor === null) throw new Error(`nobody is called ${personId}`);
      return actor;
    },
    close: () => db.close(),
  });
}

export function csvOf(rows: Rows): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]) =>
    cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join('\n');
}

/** Two districts with an office each, two advisers, and people of the roles that work with clients. */
export const organisation: Files = {
  'districts.csv': [
    { district_id: 'D1', name: 'Noord' },
    { district_id: 'D2', name: 'Zuid' },
  ],
  'offices.csv': [
    { office_id: 'O1', name: 'Groningen', district_id: 'D1' },
    { office_id: 'O2', name: 'Heerlen', district_id: 'D2' },
  ],
  'advisers.csv': [
    { adviser_id: 'A1', name: 'Ada Noord', role: 'adviser' },
    { adviser_id: 'A2', name: 'Zeno Zuid', role: 'adviser' },
  ],
  'formation.csv': [
    { adviser_id: 'A1', from: '2018-01-01', office_id: 'O1', line: 'wia_wajong', fte: '1' },
    { adviser_id: 'A2', from: '2018-01-01', office_id: 'O2', line: 'ww', fte: '1' },
  ],
  'people.csv': [
    {
      person_id: 'P1',
      name: 'Ada Noord',
      email: 'a@example.org',
      role: 'adviser',
      reach: 'office',
      office_id: 'O1',
      adviser_id: 'A1',
    },
    {
      person_id: 'P2',
      name: 'Zeno Zuid',
      email: 'z@example.org',
      role: 'adviser',
      reach: 'office',
      office_id: 'O2',
      adviser_id: 'A2',
    },
    {
      person_id: 'P3',
      name: 'Piet Plan',
      email: 'p@example.org',
      role: 'planner',
      reach: 'district',
      district_id: 'D1',
    },
    { person_id: 'P4', name: 'Cor Control', email: 'c@example.org', role: 'controller', reach: 'nation' },
    {
      person_id: 'P5',
      name: 'Kim Kwaliteit',
      email: 'k@example.org',
      role: 'quality_officer',
      reach: 'nation',
      opens_protected: 'true',
    },
  ],
};

/** Three clients: one in the north (WIA), one in the south (WW, protected), one with a benefit in each. */
export const clients: Files = {
  'clients.csv': [
    { client_id: 'K1', birth_date: '1980-01-31', bsn: '999990019', given_name: 'Jan', family_name: 'van den Berg' },
    { client_id: 'K2', birth_date: '1985-05-05', given_name: 'Fatma', family_name: 'Yilmaz', protected: 'true' },
    { client_id: 'K3', birth_date: '1990-09-09', given_name: 'Anna', family_name: 'de Wit' },
  ],
  'benefits.csv': [
    { benefit_id: 'B1', client_id: 'K1', scheme: 'WIA_WGA', office_id: 'O1', start_date: '2018-03-01' },
    { benefit_id: 'B2', client_id: 'K2', scheme: 'WW', office_id: 'O2', start_date: '2019-02-01' },
    {
      benefit_id: 'B3',
      client_id: 'K3',
      scheme: 'WAJONG',
      office_id: 'O1',
      start_date: '2015-01-01',
      work_capacity: 'yes',
    },
    { benefit_id: 'B4', client_id: 'K3', scheme: 'WW', office_id: 'O2', start_date: '2019-05-01' },
  ],
  'enrolments.csv': [
    { benefit_id: 'B1', from: '2018-03-05' },
    { benefit_id: 'B4', from: '2019-05-02' },
  ],
  'assignments.csv': [
    { benefit_id: 'B1', from: '2018-03-05', adviser_id: 'A1' },
    { benefit_id: 'B4', from: '2019-05-02', adviser_id: 'A2' },
  ],
  'contacts.csv': [
    {
      contact_id: 'C1',
      benefit_id: 'B1',
      adviser_id: 'A1',
      kind: 'progress',
      channel: 'phone',
      occurred_at: '2018-06-01T10:00:00+02:00',
      minutes: '30',
      outcome: 'held',
      registered_at: '2018-06-02T10:00:00+02:00',
    },
  ],
};

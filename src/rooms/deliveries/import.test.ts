import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import sql from 'sql-template-tag';
import { beforeEach, expect, test } from 'vitest';
import { machineActor } from '../../platform/access.ts';
import type { OutputOf } from '../../platform/contract.ts';
import { takeRegister } from '../../platform/register-lock.store.ts';
import { call, makeStage, refusalOf, type Stage } from '../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { hold, untilWaiting } from '../../platform/testing/locks.ts';
import { contactFiles } from '../contacts/contacts.import.ts';
import { organisationFiles } from '../organisation/organisation.import.ts';
import { registryFiles } from '../registry/registry.import.ts';
import type { importDelivery } from './contract.ts';
import { makeDeliveryActions, makeImportAction } from './deliveries.actions.ts';
import { makeRun } from './import.store.ts';

const files = [...organisationFiles, ...registryFiles, ...contactFiles];
const importAction = makeImportAction(files);

/** Files by name without `.csv`, their records one a line; `manifest` as an object or as text. */
interface Written {
  readonly manifest?: Readonly<Record<string, unknown>> | string;
  readonly files: Readonly<Record<string, string | Buffer>>;
}

const root = mkdtempSync(resolve(tmpdir(), 'sluitend-deliveries-'));
let made = 0;

function writeDelivery({ manifest, files }: Written): string {
  made += 1;
  const folder = resolve(root, String(made));
  mkdirSync(folder);
  if (manifest !== undefined) {
    writeFileSync(resolve(folder, 'manifest.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(resolve(folder, `${name}.csv`), content);
  return folder;
}

function deliver(stage: Stage, written: Written): Promise<OutputOf<typeof importDelivery>> {
  return call(stage, importAction, { folder: writeDelivery(written) });
}

/** A small register: two offices, two advisers, three clients with a benefit each. */
const smallRegister: Readonly<Record<string, string>> = {
  districts: 'district_id,name\nD1,Noord\n',
  offices: 'office_id,name,district_id\nO1,Groningen,D1\nO2,Assen,D1\n',
  advisers: 'adviser_id,name,role\nA1,Een,adviser\nA2,Twee,junior\n',
  clients:
    'client_id,birth_date,bsn,family_name\nK1,1980-01-01,999999990,Jansen\nK2,1981-01-01,,Kaya\nK3,1982-01-01,,Bakker\n',
  benefits:
    'benefit_id,client_id,scheme,office_id,start_date\nB1,K1,WW,O1,2019-01-01\nB2,K2,WW,O1,2019-02-01\nB3,K3,WAJONG,O2,2018-01-01\n',
  enrolments: 'benefit_id,from,to,end_reason\nB1,2019-01-05,,\nB2,2019-02-05,,\n',
  assignments: 'benefit_id,from,to,adviser_id\nB1,2019-01-05,,A1\n',
  contacts:
    'contact_id,benefit_id,adviser_id,kind,channel,occurred_at,minutes,outcome,registered_at,corrects\n' +
    'C1,B1,A1,orientation,office,2019-01-20T10:00:00Z,,planned,2019-01-10T10:00:00Z,\n' +
    'C2,B1,A1,orientation,office,2019-01-20T10:00:00Z,45,held,2019-01-21T10:00:00Z,C1\n',
};

let db: TestDatabase;
let stage: Stage;
const manifest = (deliveredAt: string, more: Record<string, unknown> = {}) => ({ format: 1, deliveredAt, ...more });
const day = (n: number) => `2019-06-${String(n).padStart(2, '0')}T06:00:00Z`;

beforeEach(async () => {
  db = await makeTestDatabase();
  stage = makeStage(db.database, '2019-12-01T12:00:00Z');
  return () => db.close();
});

function query(statement: ReturnType<typeof sql>): Promise<readonly Record<string, unknown>[]> {
  return db.database.transaction({}, async (tx) => makeRun(await tx.raw('owner'))(statement));
}

/** Everything that an import may change, as one number. */
async function fingerprint(): Promise<unknown> {
  return query(sql`
    select (select count(*) from platform.entry) as entries, (select count(*) from deliveries.delivery) as deliveries,
      (select count(*) from deliveries.row_report) as reports,
      (select md5(string_agg(v::text, ',' order by version_id)) from registry.enrolment_version v) as enrolments,
      (select md5(string_agg(v::text, ',' order by version_id)) from registry.client_version v) as clients,
      (select md5(string_agg(c::text, ',' order by contact_id)) from contacts.contact c) as contacts`);
}

function enrolmentsOf(benefit: string) {
  return query(sql`
    select from_date, to_date, known_from, known_to, withdrawn, delivery_id is not null as delivered
    from registry.enrolment_version where benefit_id = ${benefit} and known_from < known_to order by from_date, known_from`);
}

/** As the product does when an adviser works: the version in force gives way to the entered one. */
async function enterEnrolment(
  at: string,
  row: { benefit: string; from: string; to: string | null; reason: string | null },
) {
  await query(sql`
    with entry as (
      insert into platform.entry (entered_at, action, person_id, person_name) values (${at}, 'test', 'x', 'X') returning entry_id
    ), closed as (
      update registry.enrolment_version set known_to = ${at}
      where benefit_id = ${row.benefit} and from_date = ${row.from}::date and known_to = 'infinity' returning version_id
    )
    select (select count(*) from closed), (select count(*) from entry)`);
  await query(sql`
    insert into registry.enrolment_version (client_key, benefit_id, from_date, to_date, end_reason, known_from, entry_id)
    select b.client_key, ${row.benefit}, ${row.from}::date, ${row.to}::date, ${row.reason}, ${at}::timestamptz,
      (select max(entry_id) from platform.entry)
    from registry.benefit_version b where b.benefit_id = ${row.benefit} and b.known_to = 'infinity'`);
}

const enrolmentHeader = 'benefit_id,from,to,end_reason\n';

test('the same delivery again changes nothing and says so', async () => {
  const written = { manifest: manifest(day(1)), files: smallRegister };
  const first = await deliver(stage, written);
  const before = await fingerprint();
  const again = await deliver(stage, written);
  expect([first.status, again.status, again.deliveryId]).toEqual(['accepted', 'already_imported', first.deliveryId]);
  expect(await fingerprint()).toEqual(before);
});

test('a folder that holds nothing of a delivery is no delivery; a manifest alone is an empty one', async () => {
  expect(await refusalOf(call(stage, importAction, { folder: root }))).toBe('no_delivery');
  expect(await refusalOf(deliver(stage, { files: { notes: 'x' } }))).toBe('no_delivery');
  expect((await deliver(stage, { manifest: manifest(day(1)), files: {} })).status).toBe('accepted');
});

test('each reason to refuse a delivery as a whole changes nothing', async () => {
  await deliver(stage, { manifest: manifest(day(10)), files: smallRegister });
  const before = await fingerprint();
  const districts = 'district_id,name\nD2,Zuid\n';
  const tries: [string, Parameters<typeof deliver>[1]][] = [
    ['manifest', { manifest: '{', files: { districts } }],
    ['manifest', { manifest: { format: 2 }, files: { districts } }],
    ['manifest', { manifest: manifest('2019-06-11'), files: { districts } }],
    ['delivery_out_of_order', { manifest: manifest(day(9), { source: 'other' }), files: { districts } }],
    ['delivery_out_of_order', { manifest: manifest(day(10)), files: { districts } }],
    ['delivery_in_future', { manifest: manifest('2019-12-01T12:00:01Z'), files: { districts: 'x' } }],
    [
      'encoding',
      { manifest: manifest(day(11)), files: { districts: Buffer.from('district_id,name\nD2,\xe9\n', 'latin1') } },
    ],
    [
      'encoding',
      {
        manifest: manifest(day(11), { encoding: 'windows-1252' }),
        files: { districts: Buffer.from('name\n\x81', 'latin1') },
      },
    ],
    ['format', { manifest: manifest(day(11)), files: { districts: 'district_id,na"me\n' } }],
    ['repeated_column', { manifest: manifest(day(11)), files: { districts: 'name,name\n' } }],
    ['missing_column', { manifest: manifest(day(11)), files: { districts, offices: 'office_id,name\n' } }],
    ['missing_column', { manifest: manifest(day(11)), files: { districts: '' } }],
  ];
  for (const [code, written] of tries) {
    const output = await deliver(stage, written);
    expect([output.status, output.refusal?.code, output.accepted]).toEqual(['refused', code, {}]);
  }
  expect(await fingerprint()).toEqual(before);
  const other = await deliver(stage, { manifest: manifest(day(10), { source: 'other' }), files: { districts } });
  expect(other.status).toBe('accepted');
});

test('of two imports at once the second waits; together they leave one register', async () => {
  const both = await Promise.all([
    call(stage, importAction, { folder: writeDelivery({ manifest: manifest(day(1)), files: smallRegister }) }),
    call(stage, importAction, { folder: writeDelivery({ manifest: manifest(day(1)), files: smallRegister }) }),
  ]);
  expect(both.map((output) => output.status).sort()).toEqual(['accepted', 'already_imported']);
});

test('a version splits the interval of the one in force; a withdrawal says that it does not exist', async () => {
  await deliver(stage, { manifest: manifest(day(1)), files: smallRegister });
  await deliver(stage, {
    manifest: manifest(day(2)),
    files: { enrolments: `${enrolmentHeader}B1,2019-01-05,2019-05-01,outflow\n` },
  });
  const full = await deliver(stage, {
    manifest: manifest(day(3), { kind: 'full' }),
    files: { enrolments: `${enrolmentHeader}B2,2019-02-05,,\n` },
  });
  expect([full.unchanged, full.withdrawn]).toEqual([{ 'enrolments.csv': 1 }, { 'enrolments.csv': 1 }]);
  expect((await enrolmentsOf('B1')).map((row) => [row.to_date, row.known_from, row.known_to, row.withdrawn])).toEqual([
    [null, '-infinity', day(2), false],
    ['2019-05-01', day(2), day(3), false],
    ['2019-05-01', day(3), 'infinity', true],
  ]);
});

test('a delivery without news leaves what was entered, one with news puts it aside and notes it', async () => {
  await deliver(stage, { manifest: manifest(day(1)), files: smallRegister });
  await enterEnrolment(day(5), { benefit: 'B1', from: '2019-01-05', to: '2019-06-05', reason: 'completed' });
  // The spell that the adviser ended makes room for the next one: the unchanged row is not in force.
  await enterEnrolment(day(6), { benefit: 'B1', from: '2019-06-06', to: null, reason: null });
  const same = await deliver(stage, {
    manifest: manifest(day(7), { kind: 'full' }),
    files: { enrolments: smallRegister.enrolments ?? '' },
  });
  expect([same.unchanged['enrolments.csv'], same.refused, same.notes]).toEqual([2, [], []]);
  const news = await deliver(stage, {
    manifest: manifest(day(8)),
    files: { enrolments: `${enrolmentHeader}B1,2019-01-05,2019-06-01,outflow\n` },
  });
  expect(news.notes.map((note) => [note.code, note.count, note.keys])).toEqual([
    ['replaced_entered', 1, ['B1 2019-01-05']],
  ]);
  expect((await enrolmentsOf('B1')).map((row) => [row.from_date, row.to_date, row.known_to])).toEqual([
    ['2019-01-05', null, day(5)],
    ['2019-01-05', '2019-06-05', day(8)],
    ['2019-01-05', '2019-06-01', 'infinity'],
    ['2019-06-06', null, 'infinity'],
  ]);
});

test('an entered version that lies later stays on top, also of a withdrawal', async () => {
  await deliver(stage, { manifest: manifest(day(1)), files: smallRegister });
  await enterEnrolment(day(9), { benefit: 'B1', from: '2019-01-05', to: '2019-06-05', reason: 'completed' });
  const news = await deliver(stage, {
    manifest: manifest(day(8)),
    files: { enrolments: `${enrolmentHeader}B1,2019-01-05,2019-06-01,outflow\n` },
  });
  expect([news.accepted, news.notes]).toEqual([{ 'enrolments.csv': 1 }, []]);
  const gone = await deliver(stage, {
    manifest: manifest(day(10), { kind: 'full' }),
    files: { enrolments: enrolmentHeader },
  });
  expect(gone.withdrawn).toEqual({ 'enrolments.csv': 2 });
  expect((await enrolmentsOf('B1')).map((row) => [row.to_date, row.known_to, row.withdrawn])).toEqual([
    [null, day(8), false],
    ['2019-06-01', day(9), false],
    ['2019-06-05', 'infinity', false],
  ]);
});

test('a key first entered here takes the same content or an end; other content and unknown sl- ids are refused', async () => {
  await deliver(stage, { manifest: manifest(day(1)), files: smallRegister });
  await enterEnrolment(day(2), { benefit: 'B3', from: '2019-03-01', to: null, reason: null });
  const same = await deliver(stage, {
    manifest: manifest(day(3)),
    files: { enrolments: `${enrolmentHeader}B3,2019-03-01,,\n` },
  });
  expect(same.unchanged).toEqual({ 'enrolments.csv': 1 });
  await enterEnrolment(day(4), { benefit: 'B3', from: '2019-02-01', to: '2019-02-10', reason: 'completed' });
  const other = await deliver(stage, {
    manifest: manifest(day(5)),
    files: {
      enrolments: `${enrolmentHeader}B3,2019-02-01,2019-02-11,completed\nB3,2019-03-01,2019-04-01,completed\n`,
      profiles: 'profile_id,benefit_id,instrument,assessed_on\nsl-1,B3,x,2019-03-01\n',
    },
  });
  expect(other.refused.map((row) => [row.file, row.line, row.codes])).toEqual([
    ['enrolments.csv', 2, ['entered_here']],
    ['profiles.csv', 2, ['entered_here']],
  ]);
  expect(other.accepted).toEqual({ 'enrolments.csv': 1, 'profiles.csv': 0 });
});

test('what hangs on a benefit that moves to another client follows it', async () => {
  await deliver(stage, { manifest: manifest(day(1)), files: smallRegister });
  await deliver(stage, {
    manifest: manifest(day(2)),
    files: { benefits: 'benefit_id,client_id,scheme,office_id,start_date\nB1,K2,WW,O2,2019-01-01\n' },
  });
  const keys = await query(sql`
    select c.client_id from registry.client c join registry.enrolment_version e using (client_key) where e.benefit_id = 'B1'
    union all select c.client_id from registry.client c join registry.client_adviser a using (client_key)
    union all select c.client_id from registry.client c join contacts.contact k using (client_key)`);
  expect(keys.map((row) => row.client_id)).toEqual(['K2', 'K2', 'K2', 'K2']);
  const offices = await query(sql`
    select c.client_id, array_agg(k.office_id order by k.office_id) as offices
    from registry.client c left join organisation.office_key k on k.office_key = any (c.offices) group by 1 order by 1`);
  expect(offices.map((row) => row.offices)).toEqual([[null], ['O1', 'O2'], ['O2']]);
});

test('refused rows come back in the encoding in which they came', async () => {
  const [, , , download] = makeDeliveryActions(files);
  const offices = Buffer.from('office_id,name,district_id\nO1,Caf\xe9 \x80,D9\n', 'latin1');
  const written = { manifest: manifest(day(1), { encoding: 'windows-1252' }), files: { offices } };
  const { deliveryId } = await deliver(stage, written);
  const file = await call(stage, download, { deliveryId: deliveryId ?? 0, file: 'offices.csv' });
  expect(file).toMatchObject({ fileName: `${deliveryId}-offices.csv`, mediaType: 'text/csv; charset=windows-1252' });
  expect(Buffer.from(file.bytes).toString('latin1')).toBe('office_id,name,district_id\r\nO1,Caf\xe9 \x80,D9\r\n');
});

test('of many refused rows the first are printed, all are counted, and each is kept as it was written', async () => {
  const [, , , download] = makeDeliveryActions(files);
  const wrong = Array.from({ length: 100_020 }, (_, i) => `O${i},Nergens ${i},D9`);
  const right = Array.from({ length: 30 }, (_, i) => `R${i},Hier,D1`);
  const rows = [...wrong.slice(0, 70_000), ...right, ...wrong.slice(70_000)];
  const offices = `office_id,name,district_id\n${rows.join('\n')}\n`;
  const output = await deliver(stage, {
    manifest: manifest(day(1)),
    files: { districts: smallRegister.districts ?? '', offices, advisers: 'adviser_id,name,role\nA1,Een,baas\n' },
  });
  expect(output.accepted).toMatchObject({ 'offices.csv': 30 });
  expect(output.refusedCounts).toEqual({ 'districts.csv': 0, 'offices.csv': 100_020, 'advisers.csv': 1 });
  expect(output.refused.length).toBe(100_000);
  expect([output.refused[0]?.line, output.refused.at(-1)?.line]).toEqual([2, 100_031]);
  const file = await call(stage, download, { deliveryId: output.deliveryId ?? 0, file: 'offices.csv' });
  expect(Buffer.from(file.bytes).toString().trimEnd().split('\r\n').slice(1)).toEqual(wrong);
});

test('refused rows come back in the supplier layout, with the BSN in clear there alone', async () => {
  const [list, show, rows, download] = makeDeliveryActions(files);
  const clients =
    'bsn;client_id;birth_date;"na;am"\r\n123456782;K9;31-12-1980;"Van; der"\r\n111222333;K8;1980-01-01;x\r\n';
  const output = await deliver(stage, { manifest: manifest(day(1)), files: { ...smallRegister, clients } });
  const deliveryId = output.deliveryId ?? 0;
  const refused = await call(stage, rows, { deliveryId, file: 'clients.csv' });
  expect([refused.total, refused.rows[0]?.codes, refused.rows[0]?.details[0]?.value]).toEqual([
    1,
    ['format'],
    '31-12-1980',
  ]);
  const file = await call(stage, download, { deliveryId, file: 'clients.csv' });
  expect(Buffer.from(file.bytes).toString()).toBe(
    'bsn;client_id;birth_date;"na;am"\r\n123456782;K9;31-12-1980;"Van; der"\r\n',
  );
  const [kept] = await query(sql`
    select count(*) as n from deliveries.row_report where raw_row::text like '%313233343536373832%' or details::text like '%123456782%'`);
  expect(kept?.n).toBe(0);
  const shown = await call(stage, show, { deliveryId });
  expect(shown.files.find((one) => one.file === 'clients.csv')).toMatchObject({ rows: 2, accepted: 1, refused: 1 });
  const manager = { ...machineActor, personId: 'P1', role: 'district_manager' };
  expect([shown.opensRows, (await call(stage.as(manager), show, { deliveryId })).opensRows]).toEqual([true, false]);
  expect(await refusalOf(call(stage.as(manager), rows, { deliveryId }))).toBe('not_allowed');
  const { deliveries } = await call(stage.as(manager), list, {});
  expect(deliveries).toMatchObject([{ deliveryId, source: 'register', refused: 9 }]);
  // in the order of the format, whatever the length of their names
  expect(shown.files.map(({ file }) => file)).toEqual(
    files.map(({ name }) => name).filter((name) => name.slice(0, -4) in smallRegister),
  );
});

test('what a refused row held is read in the database by the data steward alone', async () => {
  const broken = 'profile_id,benefit_id,instrument,assessed_on,obstacles\nF1,B3,klantprofiel,gisteren,somber\n';
  await deliver(stage, { manifest: manifest(day(1)), files: { ...smallRegister, profiles: broken } });
  const seenBy = (role: string) =>
    db.database.transaction({ actor: { ...machineActor, role } }, async (tx) => {
      const found = await (await tx.raw('app')).query<{ details: unknown }>(
        'select details from deliveries.row_report',
      );
      return found.rows.length;
    });
  expect([await seenBy('data_steward'), await seenBy('adviser'), await seenBy('administrator')]).toEqual([1, 0, 0]);
  const quoted = db.database.transaction({ actor: machineActor }, async (tx) =>
    (await tx.raw('figures')).query('select details from deliveries.row_report'),
  );
  await expect(quoted).rejects.toThrow(/permission denied/);
});

test('a file that changes while its delivery waits refuses the whole, as what is still being copied', async () => {
  await deliver(stage, { manifest: manifest(day(1)), files: smallRegister });
  const folder = writeDelivery({
    manifest: manifest(day(2)),
    files: { clients: 'client_id,birth_date\nK4,1980-01-01\n' },
  });
  const letGo = await hold(db.database, (tx) => takeRegister(tx.as('owner'), 60));
  const importing = refusalOf(call(stage, importAction, { folder }));
  await untilWaiting(db.database, 1);
  writeFileSync(resolve(folder, 'clients.csv'), 'client_id,birth_date\nK4,1980-01-01\nK5,1980-01-01\n');
  await letGo();
  expect(await importing).toBe('delivery_changing');
  const [kept] = await query(sql`select count(*) as n from deliveries.delivery`);
  expect(kept?.n).toBe(1);
  expect(await call(stage, importAction, { folder })).toMatchObject({ accepted: { 'clients.csv': 2 } });
});

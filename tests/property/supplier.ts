import type { Rows } from '../register/register.ts';
import { type ContactFact, instantOf, keyOf, type Log, type Row } from './known.ts';

/** What the supplier has now: rows per file by key. It changes here and is delivered, whole or in part. */
export type Supply = Map<string, Map<string, Row>>;

/** The register's book of what was delivered and entered, kept apart from the product. */
export interface Book extends Log {
  /** Content last delivered per file and key; null: withdrawn. */
  readonly delivered: Map<string, string | null>;
  readonly seenFiles: Set<string>;
}

export function emptyBook(): Book {
  return { versions: [], contacts: [], delivered: new Map(), seenFiles: new Set() };
}

export interface Delivery {
  readonly files: Readonly<Record<string, Rows>>;
  readonly isFull: boolean;
  readonly deliveredAt: string;
  /** Files and lines (header = 1) that the import refused; whether it refuses rightly is tested elsewhere. */
  readonly refused: readonly { readonly file: string; readonly line: number }[];
}

const neverWithdrawn = ['districts.csv', 'offices.csv', 'advisers.csv', 'contacts.csv'];

/** Books an accepted delivery as the exchange format says. */
export function bookDelivery(book: Book, { files, isFull, deliveredAt, refused }: Delivery): void {
  for (const [file, rows] of Object.entries(files)) {
    const instant = book.seenFiles.has(file) ? instantOf(deliveredAt) : Number.NEGATIVE_INFINITY;
    book.seenFiles.add(file);
    for (const [i, row] of rows.entries()) {
      if (refused.some((of) => of.file === file && of.line === i + 2)) continue;
      if (file === 'contacts.csv') bookContact(book, row, instant);
      else bookRow(book, { file, key: keyOf(file, row), row, instant });
    }
    if (!isFull || neverWithdrawn.includes(file)) continue;
    const there = new Set(rows.map((row) => `${file} ${keyOf(file, row)}`));
    for (const [place, content] of book.delivered) {
      if (!place.startsWith(`${file} `) || content === null || there.has(place)) continue;
      book.delivered.set(place, null);
      book.versions.push({ file, key: place.slice(file.length + 1), row: null, instant: instantOf(deliveredAt) });
    }
  }
}

function bookRow(book: Book, version: { file: string; key: string; row: Row; instant: number }): void {
  const place = `${version.file} ${version.key}`;
  const content = contentOf(version.row);
  const last = book.delivered.get(place);
  book.delivered.set(place, content);
  if (last === content) return;
  const entered = book.versions.findLast((of) => of.file === version.file && of.key === version.key);
  const isEchoed = last === undefined && entered?.row != null && contentOf(entered.row) === content;
  if (!isEchoed) book.versions.push(version);
}

function bookContact(book: Book, row: Row, instant: number): void {
  if (book.contacts.some((of) => of.row.contact_id === row.contact_id)) return;
  const fact: ContactFact = { row, knownFrom: Math.max(instantOf(row.registered_at ?? ''), instant) };
  book.contacts.push(fact);
}

/** Books what was entered in the product; a version is the whole row. */
export function bookEntry(book: Book, file: string, { row, at }: { readonly row: Row; readonly at: string }): void {
  if (file === 'contacts.csv') book.contacts.push({ row, knownFrom: instantOf(at) });
  else bookVersion(book, file, { key: keyOf(file, row), row, at });
}

/** Books that a key says something, or (null) that it does not exist. */
export function bookVersion(
  book: Book,
  file: string,
  { key, row, at }: { readonly key: string; readonly row: Row | null; readonly at: string },
): void {
  book.versions.push({ file, key, row, instant: instantOf(at) });
}

function contentOf(row: Row): string {
  const filled = Object.entries(row).filter(([, value]) => value !== '');
  return JSON.stringify(filled.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The register that every sequence begins with. */
export function firstSupply(): Supply {
  const files: Record<string, Row[]> = {
    'districts.csv': [
      { district_id: 'D1', name: 'Noord' },
      { district_id: 'D2', name: 'Zuid' },
    ],
    'offices.csv': [
      { office_id: 'O1', name: 'Groningen', district_id: 'D1' },
      { office_id: 'O2', name: 'Heerlen', district_id: 'D2' },
      { office_id: 'O3', name: 'Venlo', district_id: 'D2' },
    ],
    'advisers.csv': ['A1', 'A2', 'A3'].map((id) => ({ adviser_id: id, name: id, role: 'adviser' })),
    'formation.csv': [
      { adviser_id: 'A1', from: '2018-01-01', office_id: 'O1', line: 'wia_wajong', fte: '1' },
      { adviser_id: 'A2', from: '2018-01-01', office_id: 'O2', line: 'wia_wajong', fte: '1' },
      { adviser_id: 'A3', from: '2018-01-01', office_id: 'O3', line: 'ww', fte: '1' },
    ],
    'people.csv': ['1', '2', '3'].map((n) => ({
      person_id: `P${n}`,
      name: `P${n}`,
      email: `p${n}@example.org`,
      role: 'adviser',
      reach: 'office',
      office_id: `O${n}`,
      adviser_id: `A${n}`,
    })),
    'clients.csv': Array.from({ length: 8 }, (_, i) => ({
      client_id: `K${i + 1}`,
      birth_date: '1980-01-31',
      // in the caseload of somebody, who hands them over as any other client
      protected: [1, 5, 6].includes(i + 1) ? 'true' : '',
    })),
    'benefits.csv': [
      benefit('B01 K1 WIA_WGA O1 2018-03-31'),
      benefit('B02 K1 WW O2 2018-08-01'),
      benefit('B03 K2 WIA_WGA O2 2017-01-01', { work_capacity: 'unknown' }),
      benefit('B04 K3 WAJONG O3 2015-02-01', { work_capacity: 'yes' }),
      benefit('B05 K3 WW O1 2018-10-15'),
      benefit('B06 K4 WAJONG O1 2018-09-30', { work_capacity: 'yes' }),
      benefit('B07 K5 WW O2 2018-06-30'),
      benefit('B08 K6 WW O3 2018-11-01'),
      benefit('B09 K6 WIA_IVA O3 2016-11-01'),
      benefit('B10 K7 WIA_WGA O3 2018-07-31', { insurer: 'own_risk' }),
      benefit('B11 K7 WIA_WGA O1 2018-05-31', { work_capacity: 'yes' }),
      benefit('B12 K8 WAJONG O2 2012-01-01', { work_capacity: 'unknown' }),
    ],
    'enrolments.csv': [
      { benefit_id: 'B01', from: '2018-04-03' },
      { benefit_id: 'B04', from: '2017-01-01', to: '2018-06-01', end_reason: 'declined', review_date: '2018-12-01' },
      { benefit_id: 'B06', from: '2018-10-01' },
      { benefit_id: 'B07', from: '2018-07-01' },
      { benefit_id: 'B11', from: '2018-06-05' },
      { benefit_id: 'B02', from: '2018-08-01' },
      { benefit_id: 'B05', from: '2018-10-16' },
      { benefit_id: 'B08', from: '2018-11-02' },
    ],
    'assignments.csv': [
      { benefit_id: 'B01', from: '2018-04-03', adviser_id: 'A1' },
      { benefit_id: 'B06', from: '2018-10-01', adviser_id: 'A1' },
      { benefit_id: 'B07', from: '2018-07-01', adviser_id: 'A2' },
      { benefit_id: 'B08', from: '2018-11-02', adviser_id: 'A3' },
      { benefit_id: 'B02', from: '2018-08-01', adviser_id: 'A3' },
    ],
    'employments.csv': [
      { employment_id: 'J1', client_id: 'K3', start_date: '2018-01-01', hours_per_week: '20' },
      { employment_id: 'J2', client_id: 'K4', start_date: '2018-01-01', end_date: '2018-10-31', hours_per_week: '8' },
    ],
    'trajectories.csv': [{ trajectory_id: 'T1', benefit_id: 'B04', kind: 'coaching', purchased_on: '2018-10-01' }],
    'profiles.csv': [
      { profile_id: 'Q1', benefit_id: 'B07', instrument: 'verkenner', assessed_on: '2018-07-05', score: '0.5' },
      { profile_id: 'Q2', benefit_id: 'B08', instrument: 'verkenner', assessed_on: '2018-11-10', score: '0.4' },
    ],
    'contacts.csv': [
      {
        contact_id: 'C1',
        benefit_id: 'B01',
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
  const rows = Object.entries(files);
  return new Map(rows.map(([file, of]) => [file, new Map(of.map((row) => [keyOf(file, row), row]))]));
}

function benefit(text: string, rest: Row = {}): Row {
  const [benefit_id = '', client_id = '', scheme = '', office_id = '', start_date = ''] = text.split(' ');
  return { benefit_id, client_id, scheme, office_id, start_date, ...rest };
}

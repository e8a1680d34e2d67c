/**
 * A register of any size for the benches: a first delivery written as CSV, line by line, in the exchange format. Cheap and
 * regular, so that the same sizes give the same rows; its shares are roughly those of the field (WW 60 %, WIA 30 %,
 * Wajong 10 %, one client in ten has two benefits, nine in ten are enrolled).
 */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Size {
  readonly benefits: number;
  readonly contacts: number;
}

/** The day after the last fact; figures of the benches are asked at 31 August 2019. */
export const now = '2019-09-15T10:00:00Z';
export const at = '2019-08-31';

const DISTRICTS = 11;
const OFFICES = 35;
const BENEFITS_PER_ADVISER = 120;
const DAY_MS = 86_400_000;

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

interface Benefit {
  readonly id: string;
  readonly client: string;
  readonly scheme: 'WW' | 'WIA_WGA' | 'WAJONG';
  readonly office: string;
  readonly adviser: string;
  readonly startMs: number;
  readonly endMs: number | null;
}

function benefitOf(i: number): Benefit {
  const draw = (i * 7919) % 1000;
  const scheme = draw < 600 ? 'WW' : draw < 900 ? 'WIA_WGA' : 'WAJONG';
  const firstDay = Date.parse(scheme === 'WW' ? '2018-01-01' : scheme === 'WIA_WGA' ? '2016-01-01' : '2012-01-01');
  const span = Math.floor((Date.parse('2019-08-20') - firstDay) / DAY_MS);
  const startMs = firstDay + ((i * 104_729) % span) * DAY_MS;
  const ends = scheme === 'WW' && i % 3 === 0 && startMs < Date.parse('2019-02-01');
  const office = i % OFFICES;
  return {
    id: `B${i}`,
    // the last of each ten shares the client of the first
    client: `K${i % 10 === 9 ? i - 9 : i}`,
    scheme,
    office: `O${office}`,
    adviser: `A${office}-${Math.floor(i / (OFFICES * BENEFITS_PER_ADVISER))}`,
    startMs,
    endMs: ends ? startMs + 150 * DAY_MS : null,
  };
}

function* benefitLines(count: number, header: string, lineOf: (benefit: Benefit, i: number) => string) {
  yield `${header}\n`;
  for (let i = 0; i < count; i++) {
    const line = lineOf(benefitOf(i), i);
    if (line !== '') yield `${line}\n`;
  }
}

function* contactLines({ benefits, contacts }: Size) {
  yield 'contact_id,benefit_id,adviser_id,kind,channel,occurred_at,minutes,outcome,registered_at,corrects\n';
  const end = Date.parse('2019-09-10T09:00:00Z');
  for (let i = 0; i < contacts; i++) {
    const turn = Math.floor(i / benefits);
    const { id, adviser, startMs } = benefitOf(i % benefits);
    // spread over the time since the start, one in twenty a correction of the one before
    const span = end - startMs - 10 * 3_600_000;
    const occurred = Math.floor((startMs + 10 * 3_600_000 + span * (((turn * 37 + i) % 101) / 101)) / 60_000) * 60_000;
    const kind = i % 9 === 0 ? 'message' : i % 3 === 0 ? 'evaluation' : 'progress';
    const channel = kind === 'message' ? 'digital' : i % 2 === 0 ? 'phone' : 'office';
    const corrects = turn > 0 && i % 20 === 0 ? `C${i - benefits}` : '';
    const registered = new Date(Math.min(occurred + DAY_MS, Date.parse('2019-09-12'))).toISOString();
    yield `C${i},${id},${adviser},${kind},${channel},${new Date(occurred).toISOString()},30,held,${registered},${corrects}\n`;
  }
}

/** Writes the delivery into the folder. */
export async function writeRegister(folder: string, size: Size): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const advisers = new Set<string>();
  for (let i = 0; i < size.benefits; i++) advisers.add(benefitOf(i).adviser);
  const officeOf = (adviser: string) => `O${adviser.slice(1).split('-')[0]}`;
  const offices = Array.from({ length: OFFICES }, (_, i) => `O${i},Office ${i},D${i % DISTRICTS}`);
  const whole = (header: string, lines: readonly string[]) => [header, ...lines].join('\n');
  const files: Record<string, Iterable<string>> = {
    'districts.csv': [
      whole(
        'district_id,name',
        Array.from({ length: DISTRICTS }, (_, i) => `D${i},District ${i}`),
      ),
    ],
    'offices.csv': [whole('office_id,name,district_id', offices)],
    'advisers.csv': [
      whole(
        'adviser_id,name,role',
        [...advisers].map((id) => `${id},Adviser ${id},adviser`),
      ),
    ],
    'people.csv': [
      whole('person_id,name,email,role,reach,office_id,district_id,adviser_id', [
        'P1,Ada,a@example.org,adviser,office,O1,,A1-0',
        'P2,Piet,p@example.org,planner,district,,D1,',
        'P3,Cor,c@example.org,controller,nation,,,',
      ]),
    ],
    'formation.csv': [
      whole(
        'adviser_id,from,office_id,line,fte',
        [...advisers].map((id, i) => `${id},2016-01-01,${officeOf(id)},${i % 5 < 3 ? 'ww' : 'wia_wajong'},1`),
      ),
    ],
    'clients.csv': benefitLines(size.benefits, 'client_id,birth_date,family_name', (benefit, i) =>
      i % 10 === 9 ? '' : `${benefit.client},19${50 + (i % 50)}-01-31,Naam ${i}`,
    ),
    'benefits.csv': benefitLines(
      size.benefits,
      'benefit_id,client_id,scheme,office_id,start_date,end_date,end_reason,work_capacity',
      ({ id, client, scheme, office, startMs, endMs }, i) =>
        `${id},${client},${scheme},${office},${dateOf(startMs)},${endMs === null ? ',' : `${dateOf(endMs)},work`},${
          scheme === 'WW' ? '' : i % 11 === 0 ? 'no' : 'yes'
        }`,
    ),
    'enrolments.csv': benefitLines(size.benefits, 'benefit_id,from', ({ id, startMs }, i) =>
      i % 10 === 4 ? '' : `${id},${dateOf(startMs + 3 * DAY_MS)}`,
    ),
    'assignments.csv': benefitLines(size.benefits, 'benefit_id,from,adviser_id', ({ id, adviser, startMs }, i) =>
      i % 10 === 4 ? '' : `${id},${dateOf(startMs + 3 * DAY_MS)},${adviser}`,
    ),
    'employments.csv': benefitLines(
      size.benefits,
      'employment_id,client_id,start_date,hours_per_week',
      ({ client, startMs }, i) => (i % 4 === 1 ? `E${i},${client},${dateOf(startMs + 200 * DAY_MS)},24` : ''),
    ),
    'profiles.csv': benefitLines(
      size.benefits,
      'profile_id,benefit_id,instrument,assessed_on,score',
      ({ id, scheme, startMs }, i) =>
        scheme === 'WW' && i % 8 !== 0 ? `F${i},${id},scan,${dateOf(startMs + 5 * DAY_MS)},0.${(i * 37) % 90}` : '',
    ),
    'contacts.csv': contactLines(size),
  };
  for (const [name, lines] of Object.entries(files)) {
    await pipeline(Readable.from(lines), createWriteStream(resolve(folder, name)));
  }
  writeFileSync(resolve(folder, 'manifest.json'), JSON.stringify({ format: 1, source: 'bench', deliveredAt: now }));
}

import { Temporal } from 'temporal-polyfill';

/** A row with the columns of the exchange format as raw text; an absent value is ''. */
export type Row = Readonly<Record<string, string>>;

/** A version of a key, delivered or entered; `row` null says: does not exist. */
export interface Version {
  readonly file: string;
  readonly key: string;
  readonly row: Row | null;
  /** Knowledge instant in ms; -Infinity: known since ever. */
  readonly instant: number;
}
export interface ContactFact {
  readonly row: Row;
  readonly knownFrom: number;
}
/** Everything that was ever delivered or entered, in the order of acceptance. */
export interface Log {
  readonly versions: Version[];
  readonly contacts: ContactFact[];
}

/** What exists at a moment, as known then. */
export interface Known {
  readonly clients: readonly Row[];
  readonly offices: readonly Row[];
  readonly benefits: readonly Row[];
  readonly enrolments: readonly Row[];
  readonly assignments: readonly Row[];
  readonly employments: readonly Row[];
  readonly trajectories: readonly Row[];
  readonly profiles: readonly Row[];
  /** Corrected and void rows too. */
  readonly contacts: readonly Row[];
}

export const zone = 'Europe/Amsterdam';

export const keyColumns: Readonly<Record<string, readonly string[]>> = {
  'districts.csv': ['district_id'],
  'offices.csv': ['office_id'],
  'advisers.csv': ['adviser_id'],
  'formation.csv': ['adviser_id', 'from'],
  'people.csv': ['person_id'],
  'clients.csv': ['client_id'],
  'benefits.csv': ['benefit_id'],
  'enrolments.csv': ['benefit_id', 'from'],
  'assignments.csv': ['benefit_id', 'from'],
  'employments.csv': ['employment_id'],
  'trajectories.csv': ['trajectory_id'],
  'profiles.csv': ['profile_id'],
  'contacts.csv': ['contact_id'],
};

export function keyOf(file: string, row: Row): string {
  return (keyColumns[file] ?? []).map((column) => row[column]).join('|');
}

/** The instant up to which facts are known "at" a day: the end of that day in Amsterdam, in ms. */
export function knownBefore(day: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** Local day of an instant. */
export function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function instantOf(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** The rows that exist as known before an instant: latest version of each key, and all that it names exists too. */
export function knowAt(log: Log, before: number): Known {
  const latest = (file: string): readonly Row[] => {
    const of = new Map<string, Version>();
    for (const version of log.versions) {
      if (version.file !== file || version.instant >= before) continue;
      const other = of.get(version.key);
      if (other === undefined || version.instant >= other.instant) of.set(version.key, version);
    }
    return [...of.values()].flatMap(({ row }) => (row === null ? [] : [row]));
  };
  const naming = (rows: readonly Row[], column: string, named: readonly Row[]) => {
    const ids = new Set(named.map((row) => row[column]));
    return rows.filter((row) => ids.has(row[column]));
  };
  const advisers = latest('advisers.csv');
  const clients = latest('clients.csv');
  const offices = naming(latest('offices.csv'), 'district_id', latest('districts.csv'));
  const benefits = naming(naming(latest('benefits.csv'), 'client_id', clients), 'office_id', offices);
  const ofBenefit = (rows: readonly Row[]) => naming(rows, 'benefit_id', benefits);
  const contacts = log.contacts.filter((of) => of.knownFrom < before).map((of) => of.row);
  return {
    clients,
    offices,
    benefits,
    enrolments: ofBenefit(latest('enrolments.csv')),
    assignments: naming(ofBenefit(latest('assignments.csv')), 'adviser_id', advisers),
    employments: naming(latest('employments.csv'), 'client_id', clients),
    trajectories: ofBenefit(latest('trajectories.csv')),
    profiles: ofBenefit(latest('profiles.csv')),
    contacts: naming(ofBenefit(contacts), 'adviser_id', advisers),
  };
}

/** The chains of corrections among contact rows that are known. */
export interface Chains {
  isValid(row: Row): boolean;
  endOf(row: Row): Row;
}

export function chainsOf(contacts: readonly Row[]): Chains {
  const byId = new Map(contacts.map((row) => [row.contact_id, row]));
  /** The row that counts of those that correct the same row. */
  const winnerFor = (contactId: string | undefined): Row | undefined =>
    contacts
      .filter((row) => row.corrects === contactId)
      .reduce<Row | undefined>((best, row) => (best === undefined || isLater(row, best) ? row : best), undefined);
  const counts = (row: Row): boolean => {
    if (!row.corrects) return true;
    if (winnerFor(row.corrects) !== row) return false;
    const target = byId.get(row.corrects);
    return target === undefined || counts(target);
  };
  return {
    isValid: (row) => row.outcome !== 'void' && winnerFor(row.contact_id) === undefined && counts(row),
    endOf: (row) => {
      let at: Row = row;
      while (at.corrects) {
        const target = byId.get(at.corrects);
        if (target === undefined) {
          at = winnerFor(at.corrects) ?? at;
          break;
        }
        at = target;
      }
      for (let next = winnerFor(at.contact_id); next !== undefined; next = winnerFor(at.contact_id)) at = next;
      return at;
    },
  };
}

function isLater(a: Row, b: Row): boolean {
  const [first, second] = [instantOf(a.registered_at ?? ''), instantOf(b.registered_at ?? '')];
  return first === second ? (a.contact_id ?? '') > (b.contact_id ?? '') : first > second;
}

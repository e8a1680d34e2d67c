import { dayText } from './calendar.ts';
import type { Person } from './people.ts';
import { districts, offices } from './places.ts';
import type { Benefit, Client, Cut, End, Job, Profile, Register, Trajectory } from './register.ts';

/** Rows of one file as they are known at a cut, each under its key. */
export interface FileRows {
  readonly name: string;
  readonly header: readonly string[];
  rows(cut: Cut): Iterable<readonly string[]>;
}

/** The end and its reason, once they are known. */
function endOf(end: End | null, cut: Cut): readonly [string, string] {
  return end === null || end.known > cut.day ? ['', ''] : [dayText(end.on), end.reason];
}

function* benefitRows(benefits: readonly Benefit[], cut: Cut) {
  for (const each of benefits) {
    if (each.known > cut.day) continue;
    const office = each.moved !== null && each.moved.known <= cut.day ? each.moved.to : each.office;
    const [end, reason] = endOf(each.end, cut);
    const max = each.maxEnd === null ? '' : dayText(each.maxEnd);
    yield [
      each.id,
      each.client.id,
      each.scheme,
      each.variant,
      each.insurer,
      office.id,
      dayText(each.start),
      end,
      reason,
      max,
      each.capacity,
    ];
  }
}

function* clientRows(clients: readonly Client[], cut: Cut) {
  for (const each of clients) {
    if (each.known > cut.day) continue;
    const { bsn, given, family, sex, postcode, phone, email, channel, education, language } = each;
    yield [
      each.id,
      dayText(each.birth),
      bsn,
      given,
      family,
      sex,
      postcode,
      phone,
      email,
      channel,
      education,
      language,
      String(each.digital),
      String(each.isProtected),
    ];
  }
}

function* enrolmentRows(benefits: readonly Benefit[], cut: Cut) {
  for (const { id, known, enrolments } of benefits) {
    for (const each of enrolments) {
      if (known > cut.day || each.from > cut.day) continue;
      const [to, reason] = endOf(each.end, cut);
      yield [id, dayText(each.from), to, reason, to === '' || each.review === null ? '' : dayText(each.review)];
    }
  }
}

function* assignmentRows(benefits: readonly Benefit[], cut: Cut) {
  for (const { id, known, assignments } of benefits) {
    for (const each of assignments) {
      if (known > cut.day || each.known > cut.day) continue;
      yield [id, dayText(each.from), endOf(each.end, cut)[0], each.adviser.id];
    }
  }
}

function* jobRows(jobs: readonly Job[], cut: Cut) {
  for (const each of jobs) {
    if (each.known > cut.day) continue;
    yield [each.id, each.client.id, dayText(each.start), endOf(each.end, cut)[0], String(each.hours), each.sector];
  }
}

function* trajectoryRows(trajectories: readonly Trajectory[], cut: Cut) {
  for (const each of trajectories) {
    if (each.purchased > cut.day) continue;
    const start = each.start > cut.day ? '' : dayText(each.start);
    yield [
      each.id,
      each.benefit.id,
      each.kind,
      dayText(each.purchased),
      start,
      endOf(each.end, cut)[0],
      String(each.cost),
    ];
  }
}

function* profileRows(profiles: readonly Profile[], cut: Cut) {
  for (const each of profiles) {
    const { benefit, assessed, score, validUntil } = each;
    if (assessed > cut.day || (benefit.end !== null && benefit.end.on < assessed)) continue;
    yield [
      each.id,
      benefit.id,
      each.instrument,
      dayText(assessed),
      score === null ? '' : String(score),
      validUntil === null ? '' : dayText(validUntil),
      ...each.texts,
    ];
  }
}

const columns = (text: string) => text.split(' ');

/** Every file of the exchange format but the contacts, which are never changed. */
export function filesOf(register: Register, people: readonly Person[]): readonly FileRows[] {
  const { advisers, benefits, jobs, trajectories, profiles } = register;
  const clients = [...new Set(benefits.map(({ client }) => client))];
  return [
    {
      name: 'districts.csv',
      header: columns('district_id name'),
      rows: () => districts.map(({ id, name }) => [id, name]),
    },
    {
      name: 'offices.csv',
      header: columns('office_id name district_id labour_market_region'),
      rows: () => offices.map(({ id, name, district, region }) => [id, name, district.id, region]),
    },
    {
      name: 'advisers.csv',
      header: columns('adviser_id name role email'),
      rows: () => advisers.map(({ id, name, role }) => [id, name, role, `${id.toLowerCase()}@example.org`]),
    },
    {
      name: 'people.csv',
      header: columns('person_id name email role reach office_id district_id adviser_id opens_protected'),
      rows: () =>
        people.map((each) => [
          each.id,
          each.name,
          `${each.id.toLowerCase()}@example.org`,
          each.role,
          each.reach,
          each.office,
          each.district,
          each.adviser,
          String(each.opensProtected),
        ]),
    },
    {
      name: 'formation.csv',
      header: columns('adviser_id from to office_id line fte'),
      rows: () =>
        advisers.map(({ id, from, office, line, fte }) => [id, dayText(from), '', office.id, line, fte.toFixed(3)]),
    },
    {
      name: 'clients.csv',
      header: columns(
        'client_id birth_date bsn given_name family_name sex postcode phone email preferred_channel education language digital protected',
      ),
      rows: (cut) => clientRows(clients, cut),
    },
    {
      name: 'benefits.csv',
      header: columns(
        'benefit_id client_id scheme variant insurer office_id start_date end_date end_reason max_end_date work_capacity',
      ),
      rows: (cut) => benefitRows(benefits, cut),
    },
    {
      name: 'enrolments.csv',
      header: columns('benefit_id from to end_reason review_date'),
      rows: (cut) => enrolmentRows(benefits, cut),
    },
    {
      name: 'assignments.csv',
      header: columns('benefit_id from to adviser_id'),
      rows: (cut) => assignmentRows(benefits, cut),
    },
    {
      name: 'employments.csv',
      header: columns('employment_id client_id start_date end_date hours_per_week sector'),
      rows: (cut) => jobRows(jobs, cut),
    },
    {
      name: 'trajectories.csv',
      header: columns('trajectory_id benefit_id kind purchased_on start_date end_date cost_cents'),
      rows: (cut) => trajectoryRows(trajectories, cut),
    },
    {
      name: 'profiles.csv',
      header: columns(
        'profile_id benefit_id instrument assessed_on score valid_until possibilities obstacles goal support',
      ),
      rows: (cut) => profileRows(profiles, cut),
    },
  ];
}

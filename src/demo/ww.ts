import { type Day, day, monthIndex, monthStart } from './calendar.ts';
import type { ClientMaker } from './client.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Office, offices } from './places.ts';
import type { Adviser, Benefit, Client, Job, Profile } from './register.ts';
import { demoToday, inflowFrom, targets } from './scale.ts';
import { end, enrol, type Intake } from './spell.ts';

/** Inflow of each month against the mean of a year, January first. */
const season = [1.42, 0.97, 0.93, 0.96, 0.9, 0.88, 1.16, 0.98, 0.94, 0.93, 0.91, 1.02];

/** Level of a year; January to August 2019 came out 1 % below 2018. */
const level: Readonly<Record<number, number>> = { 2017: 1.07, 2018: 1, 2019: 0.99 };

const perYear = 6150;

/** The last working day before the demo's today. */
const last = day(demoToday) - 2;

const sectors = [
  'zorg',
  'bouw',
  'retail',
  'logistiek',
  'horeca',
  'onderwijs',
  'ict',
  'techniek',
  'schoonmaak',
  'overheid',
  'uitzend',
];

export interface WorkBench {
  readonly benefits: Benefit[];
  readonly jobs: Job[];
  readonly profiles: Profile[];
  nextId(letter: string): string;
}

interface Spell {
  readonly office: Office;
  readonly start: Day;
  readonly score: number;
  readonly worksAt12: boolean;
}

interface Returner {
  readonly client: Client;
  readonly office: Office;
  readonly free: Day;
  readonly job: Job;
}

/** Benefits WW with their jobs, profiles, enrolments and caseloads, month after month; some clients come back. */
export function makeWw(
  seed: number,
  bench: WorkBench,
  world: { clients: number; maker: ClientMaker; find(office: Office, on: Day): readonly Adviser[] },
): void {
  const dice = makeDice(seed, 'ww');
  const returners: Returner[] = [];
  for (let month = monthIndex(inflowFrom); monthStart(month) <= last; month += 1) {
    for (const spell of drawMonth(dice, month, world.clients)) {
      const returner = dice.hit(0.2) ? takeReturner(dice, returners, spell) : null;
      const office = returner === null || dice.hit(0.04) ? spell.office : returner.office;
      const client =
        returner?.client ??
        world.maker.make({ office, from: spell.start, ages: dice.hit(0.3) ? [50, 65] : [20, 52], known: spell.start });
      const benefit = makeBenefit(dice, bench, { ...spell, office, client });
      if (benefit.job !== null)
        returners.push({ client, office, free: Math.max(spell.start + 372, benefit.job.start + 60), job: benefit.job });
      addProfile(dice, bench, benefit.made);
      enrol(dice, benefit.made, { intake: drawIntake(dice, benefit.made), find: world.find });
    }
  }
}

function drawMonth(dice: Dice, month: number, clients: number): Spell[] {
  const first = monthStart(month);
  const days = monthStart(month + 1) - first;
  const part = Math.min(days, last - first + 1);
  const yearly = perYear * (level[1970 + Math.floor(month / 12)] ?? 1) * (clients / 20_000);
  const count = Math.round(((yearly / 12) * (season[month % 12] ?? 1) * part) / days);
  const drawn = Array.from({ length: count }, () => ({
    office: dice.weighted(offices.map((each) => [each, each.weight] as const)),
    // A quarter begins on the first of the month, with a contract that ended.
    start: dice.hit(0.25) ? first : first + dice.between(0, part - 1),
    score: Math.min(0.97, Math.max(0.03, 0.52 + 0.22 * dice.normal())),
  }));
  // The likelier ones first, with chance: exactly the published share is in work 12 months later.
  const ranked = drawn
    .map((each) => ({ ...each, rank: each.score * 0.6 + dice.uniform() }))
    .sort((a, b) => b.rank - a.rank);
  return ranked
    .map(({ rank: _rank, ...each }, i) => ({ ...each, worksAt12: i < Math.round(targets.inWork12m * count) }))
    .sort((a, b) => a.start - b.start);
}

/** Somebody whose job lasted a while and who is no longer in the first year of an earlier benefit. */
function takeReturner(dice: Dice, returners: Returner[], spell: Spell): Returner | null {
  for (let i = 0; i < 8 && returners.length > 0; i += 1) {
    const at = dice.between(0, returners.length - 1);
    const found = returners[at];
    if (found === undefined || found.free >= spell.start) continue;
    if (found.job.end !== null && found.job.end.on > spell.start) continue;
    returners[at] = returners[returners.length - 1] ?? found;
    returners.pop();
    found.job.end ??= { on: spell.start, known: spell.start, reason: '' };
    return found;
  }
  return null;
}

function makeBenefit(
  dice: Dice,
  bench: WorkBench,
  spell: Spell & { client: Client },
): { made: Benefit; job: Job | null } {
  const { client, office, start, score, worksAt12 } = spell;
  const max = start + dice.pick([91, 182, 274, 456, 547, 639, 730, 730, 730]);
  const work = drawWork(dice, start, worksAt12);
  const isPartial = work !== null && dice.hit(0.12);
  const stop = isPartial ? work.from + dice.between(60, 200) : (work?.from ?? Number.POSITIVE_INFINITY);
  const ends: (readonly [Day, string])[] = [
    [stop, 'work'],
    [max, 'max_duration'],
    [dice.hit(0.05) ? start + dice.between(60, 500) : Number.POSITIVE_INFINITY, 'sickness'],
    [client.birth + Math.floor(66.3 * 365.25), 'pension'],
  ];
  const [on, reason] = ends.reduce((first, each) => (each[0] < first[0] ? each : first));
  const made: Benefit = {
    id: bench.nextId('B'),
    client,
    scheme: 'WW',
    variant: '',
    insurer: '',
    office,
    moved: null,
    start,
    known: start,
    end: end(dice, Math.max(on, start + 14), reason),
    maxEnd: max,
    capacity: '',
    score: Math.round(score * 1000) / 1000,
    enrolments: [],
    assignments: [],
  };
  bench.benefits.push(made);
  if (work === null) return { made, job: null };
  const job: Job = {
    id: bench.nextId('E'),
    client,
    start: work.from,
    known: work.from + dice.between(0, 12),
    end: work.to === null ? null : { on: work.to, known: work.to + dice.between(0, 12), reason: '' },
    hours: dice.pick([12, 16, 20, 24, 28, 32, 32, 36, 36, 36, 38, 40]),
    sector: dice.pick(sectors),
  };
  bench.jobs.push(job);
  return { made, job };
}

/** The first job after entry, so that one is open or none is 12 months later. */
function drawWork(dice: Dice, start: Day, worksAt12: boolean): { from: Day; to: Day | null } | null {
  const year = start + 366;
  if (worksAt12) {
    const from = start + Math.min(355, Math.max(10, Math.round(160 * Math.exp(0.75 * dice.normal()))));
    return { from, to: dice.hit(0.35) ? year + dice.between(20, 700) : null };
  }
  if (dice.hit(0.18)) {
    const from = start + dice.between(20, 220);
    return { from, to: from + dice.between(20, 130) };
  }
  return dice.hit(0.45) ? { from: start + dice.between(380, 800), to: null } : null;
}

function addProfile(dice: Dice, bench: WorkBench, benefit: Benefit): void {
  if (dice.hit(0.02 * Math.sqrt(benefit.office.district.neglect))) return;
  const assessed = benefit.start + (dice.hit(0.95) ? dice.between(0, 12) : dice.between(13, 60));
  bench.profiles.push({
    id: bench.nextId('F'),
    benefit,
    instrument: 'werkverkenner',
    assessed,
    score: benefit.score,
    validUntil: assessed + 365,
    texts: ['', '', '', ''],
  });
}

function drawIntake(dice: Dice, benefit: Benefit): Intake {
  const { neglect } = benefit.office.district;
  const isOutside = dice.hit(0.018 * neglect);
  const from = isOutside ? null : benefit.start + dice.between(1, 8);
  const on = benefit.start + dice.between(20, 120);
  const reason = dice.hit(0.55) ? ('declined' as const) : ('unreachable' as const);
  const leaves = dice.hit(0.02) ? { on, reason, review: on + dice.between(90, 240) } : null;
  return { from, leaves, isUnassigned: dice.hit(0.012 * neglect) };
}

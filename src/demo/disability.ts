import { type Day, day } from './calendar.ts';
import type { ClientMaker } from './client.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Office, offices } from './places.ts';
import { drawTexts } from './profile-texts.ts';
import type { Adviser, Benefit, Client, Scheme, Trajectory } from './register.ts';
import { demoToday, scaled } from './scale.ts';
import { end, enrol, learn } from './spell.ts';
import type { WorkBench } from './ww.ts';

const today = day(demoToday);

interface World {
  readonly clients: number;
  readonly maker: ClientMaker;
  readonly trajectories: Trajectory[];
  find(office: Office, on: Day): readonly Adviser[];
}

/** Benefits of WIA: those who entered since 2017, older ones, and the durably disabled. */
export function makeWia(seed: number, bench: WorkBench, world: World): void {
  const dice = makeDice(seed, 'wia');
  const groups: readonly (readonly [number, Scheme, string, string])[] = [
    [1990, 'WIA_WGA', '2017-01-02', '2019-09-12'],
    [720, 'WIA_WGA', '2008-01-01', '2016-12-31'],
    [560, 'WIA_IVA', '2009-01-01', '2019-09-01'],
  ];
  for (const [count, scheme, first, last] of groups) {
    for (let i = 0; i < scaled(count, world.clients); i += 1) {
      const start = dice.between(day(first), day(last));
      const office = drawOffice(dice);
      const client = world.maker.make({ office, from: start, ages: [28, 62], known: start });
      const isWga = scheme === 'WIA_WGA';
      const benefit = addBenefit(dice, bench, {
        client,
        scheme,
        office,
        start,
        insurer: isWga && dice.hit(0.14) ? 'own_risk' : 'public',
        capacity: isWga
          ? dice.weighted([
              ['yes', 84],
              ['no', 6],
              ['unknown', 10],
            ])
          : '',
        leaves: 0.045,
      });
      if (isWga) serve(dice, benefit, { bench, world });
      if (isWga && start < today - 500 && dice.hit(0.1)) addJob(dice, bench, { client, from: start + 200, share: 0.6 });
    }
  }
}

/** The Wajong stock; of those with work capacity about 45 are outside the service at 1 to 40. */
export function makeWajong(seed: number, bench: WorkBench, world: World): void {
  const dice = makeDice(seed, 'wajong');
  const able: Benefit[] = [];
  for (let i = 0; i < scaled(2330, world.clients); i += 1) {
    const variant = dice.weighted([
      ['owajong', 40],
      ['wajong2010', 48],
      ['wajong2015', 12],
    ]);
    const [first, last] = periodOf(variant);
    const start = dice.between(first, last);
    const office = drawOffice(dice);
    const capacity =
      variant === 'wajong2015'
        ? dice.weighted([
            ['no', 80],
            ['unknown', 20],
          ])
        : dice.weighted([
            ['yes', 80],
            ['no', 16],
            ['unknown', 4],
          ]);
    const client = world.maker.make({ office, from: start, ages: [18, 26], known: start });
    const benefit = addBenefit(dice, bench, {
      client,
      scheme: 'WAJONG',
      variant,
      office,
      start,
      insurer: '',
      capacity,
      leaves: 0.006,
    });
    if (capacity === 'yes') able.push(benefit);
    if (capacity === 'yes' && dice.hit(0.55))
      addJob(dice, bench, { client, from: Math.max(start + 200, day('2014-01-01')), share: 0.45 });
  }
  const outside = new Set(pickOutside(dice, able, scaled(45, world.clients)));
  for (const benefit of able) if (!outside.has(benefit)) serve(dice, benefit, { bench, world });
}

/** More often where the service falls short. */
function pickOutside(dice: Dice, able: readonly Benefit[], count: number): readonly Benefit[] {
  const open = able.filter(({ end: stop }) => stop === null);
  return open
    .map((benefit) => ({ benefit, rank: -Math.log(1 - dice.uniform()) / benefit.office.district.neglect ** 1.5 }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ benefit }) => benefit);
}

function periodOf(variant: string): readonly [Day, Day] {
  if (variant === 'owajong') return [day('1998-01-01'), day('2009-12-31')];
  return variant === 'wajong2010' ? [day('2010-01-01'), day('2014-12-31')] : [day('2015-01-01'), day('2019-08-20')];
}

function drawOffice(dice: Dice): Office {
  return dice.weighted(offices.map((each) => [each, each.weight] as const));
}

interface NewBenefit {
  readonly client: Client;
  readonly scheme: Scheme;
  readonly variant?: string;
  readonly office: Office;
  readonly start: Day;
  readonly insurer: string;
  readonly capacity: string;
  /** Chance of an end per year, from 2017 on: the register holds no older ends. */
  readonly leaves: number;
}

function addBenefit(dice: Dice, bench: WorkBench, given: NewBenefit): Benefit {
  const from = Math.max(given.start, day('2017-01-01'));
  const on = from + Math.round((-Math.log(1 - dice.uniform()) / given.leaves) * 365);
  const reason = dice.weighted([
    ['other', 55],
    ['work', 20],
    ['pension', 18],
    ['death', 7],
  ]);
  const benefit: Benefit = {
    id: bench.nextId('B'),
    client: given.client,
    scheme: given.scheme,
    variant: given.variant ?? '',
    insurer: given.insurer,
    office: given.office,
    moved: null,
    start: given.start,
    known: given.start,
    end: on < today ? end(dice, on, reason) : null,
    maxEnd: null,
    capacity: given.capacity,
    score: null,
    enrolments: [],
    assignments: [],
  };
  bench.benefits.push(benefit);
  return benefit;
}

/** Into service, with a profile and sometimes a trajectory. */
function serve(dice: Dice, benefit: Benefit, { bench, world }: { bench: WorkBench; world: World }): void {
  const { neglect } = benefit.office.district;
  const from = Math.max(benefit.start, day('2012-01-01')) + dice.between(3, 30);
  const isOutside = benefit.scheme !== 'WAJONG' && dice.hit(0.014 * neglect);
  const on = Math.max(from + 60, day('2017-03-01')) + dice.between(0, 800);
  const reason = dice.hit(0.58) ? ('declined' as const) : ('unreachable' as const);
  const review = on + dice.between(200, 800);
  const leaves =
    on < today - 20 && dice.hit(benefit.scheme === 'WAJONG' ? 0.055 : 0.035) ? { on, reason, review } : null;
  enrol(dice, benefit, {
    intake: { from: isOutside ? null : from, leaves, isUnassigned: dice.hit(0.012 * neglect) },
    find: world.find,
  });
  if (benefit.enrolments.length > 0 && dice.hit(0.88)) addProfile(dice, bench, benefit);
  if (dice.hit(benefit.scheme === 'WAJONG' ? 0.16 : 0.2)) addTrajectory(dice, bench, { benefit, world });
}

function addProfile(dice: Dice, bench: WorkBench, benefit: Benefit): void {
  const first = Math.max(benefit.start + 20, day('2016-01-01'));
  if (first >= today - 5) return;
  const assessed = dice.between(Math.max(first, today - 1000), today - 5);
  bench.profiles.push({
    id: bench.nextId('F'),
    benefit,
    instrument: 'klantprofiel',
    assessed,
    score: null,
    validUntil: assessed + 600,
    texts: drawTexts(dice),
  });
}

function addTrajectory(dice: Dice, bench: WorkBench, { benefit, world }: { benefit: Benefit; world: World }): void {
  const first = Math.max(benefit.start + 90, day('2016-06-01'));
  if (first >= today - 20) return;
  const purchased = dice.between(first, today - 10);
  const on = purchased + dice.between(180, 450);
  if (benefit.end !== null && benefit.end.on <= purchased) return;
  world.trajectories.push({
    id: bench.nextId('T'),
    benefit,
    kind: dice.pick(['werkfit', 'naar-werk', 'scholing']),
    purchased,
    start: purchased + dice.between(7, 40),
    end: on < today ? { on, known: learn(dice, on), reason: '' } : null,
    cost: dice.between(12, 60) * 10_000,
  });
}

function addJob(
  dice: Dice,
  bench: WorkBench,
  { client, from, share }: { client: Client; from: Day; share: number },
): void {
  if (from >= today - 60) return;
  const start = dice.between(from, today - 60);
  const on = start + dice.between(60, 900);
  const hasEnded = dice.hit(1 - share) && on < today;
  bench.jobs.push({
    id: bench.nextId('E'),
    client,
    start,
    known: start + dice.between(0, 12),
    end: hasEnded ? { on, known: on + dice.between(0, 12), reason: '' } : null,
    hours: dice.pick([8, 12, 16, 20, 24, 28, 32]),
    sector: dice.pick(['logistiek', 'retail', 'groen', 'schoonmaak', 'zorg', 'techniek', 'overheid']),
  });
}

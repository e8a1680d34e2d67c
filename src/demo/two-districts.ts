import { day } from './calendar.ts';
import { makeDice } from './dice.ts';
import { offices } from './places.ts';
import type { Benefit } from './register.ts';
import { demoToday, scaled } from './scale.ts';
import { end, enrol, type Find } from './spell.ts';
import type { WorkBench } from './ww.ts';

/** Clients of WIA who lost a job beside their benefit: a second benefit, WW, often in another district. */
export function addSecondBenefits(
  seed: number,
  bench: WorkBench,
  { clients, find }: { clients: number; find: Find },
): void {
  const dice = makeDice(seed, 'second benefits');
  const today = day(demoToday);
  const open = bench.benefits.filter(
    (each) => each.scheme === 'WIA_WGA' && each.end === null && each.start < today - 400,
  );
  for (const first of dice.sample(open, scaled(100, clients))) {
    // Over two years, so that the inflow of one does not swell against the other.
    const start = dice.between(Math.max(first.start + 60, today - 760), today - 40);
    const max = start + 365;
    const benefit: Benefit = {
      ...first,
      id: bench.nextId('B'),
      scheme: 'WW',
      insurer: '',
      capacity: '',
      office: dice.hit(0.6) ? dice.pick(offices) : first.office,
      start,
      known: start,
      end: max < today ? end(dice, max, 'max_duration') : null,
      maxEnd: max,
      score: Math.round(dice.uniform() * 500) / 1000,
      enrolments: [],
      assignments: [],
    };
    bench.benefits.push(benefit);
    enrol(dice, benefit, { intake: { from: start + dice.between(1, 8), leaves: null, isUnassigned: false }, find });
  }
}

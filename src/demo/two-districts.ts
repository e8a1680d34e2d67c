import { day } from './calendar.ts';
import { makeDice } from './dice.ts';
import { offices } from './places.ts';
import type { Benefit } from './register.ts';
import { demoToday, scaled } from './scale.ts';
import { enrol, type Find } from './spell.ts';
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
    ({ scheme, end, start }) => scheme === 'WIA_WGA' && end === null && start < today - 400,
  );
  for (const first of dice.sample(open, scaled(60, clients))) {
    const start = today - dice.between(40, 330);
    const benefit: Benefit = {
      ...first,
      id: bench.nextId('B'),
      scheme: 'WW',
      insurer: '',
      capacity: '',
      office: dice.hit(0.6) ? dice.pick(offices) : first.office,
      start,
      known: start,
      end: null,
      maxEnd: start + 365,
      score: Math.round(dice.uniform() * 500) / 1000,
      enrolments: [],
      assignments: [],
    };
    bench.benefits.push(benefit);
    enrol(dice, benefit, { intake: { from: start + dice.between(1, 8), leaves: null, isUnassigned: false }, find });
  }
}

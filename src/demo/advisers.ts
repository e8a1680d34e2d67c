import { day } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { drawName } from './names.ts';
import { type Office, offices } from './places.ts';
import type { Adviser, Line } from './register.ts';
import { scaled } from './scale.ts';

/** Months in which new advisers of the scale-up began in 2019; graduates came in September. */
const newcomers = [
  '2019-01-15',
  '2019-02-01',
  '2019-03-01',
  '2019-04-01',
  '2019-05-01',
  '2019-06-01',
  '2019-07-01',
  '2019-09-01',
];

/** Advisers, planners and specialists with their office, line and first day; fte of the line WW is set later. */
export function makeAdvisers(seed: number, clients: number): Adviser[] {
  const dice = makeDice(seed, 'advisers');
  const made: Adviser[] = [];
  const add = (part: Omit<Adviser, 'id' | 'name'>) => {
    const name = drawName(dice);
    made.push({ ...part, id: `A${String(made.length + 1).padStart(5, '0')}`, name: `${name.given} ${name.family}` });
  };
  for (const line of ['ww', 'wia_wajong'] as const) {
    for (const office of offices) {
      const heads = headsOf(office, line, clients);
      for (let i = 0; i < heads; i += 1) {
        add({
          role: 'adviser',
          office,
          line,
          from: firstDay(dice, i),
          share: office.weight / heads,
          fte: wiaFte(office, heads, clients),
        });
      }
    }
  }
  for (let i = 0; i < scaled(newcomers.length, clients); i += 1) {
    const from = day(newcomers[i % newcomers.length] ?? '2019-03-01');
    add({
      role: i % 3 === 1 ? 'adviser' : 'junior',
      office: busiest(i),
      line: 'ww',
      from,
      share: 0.021 / scaled(1, clients),
      fte: 0,
    });
  }
  for (const office of officesOfPlanners()) {
    add({
      role: 'planner',
      office,
      line: 'ww',
      from: day('2016-01-01'),
      share: 0,
      fte: Math.min(1, 0.3 * (clients / 20_000)),
    });
  }
  return made;
}

function headsOf(office: Office, line: Line, clients: number): number {
  return Math.max(1, Math.round(office.weight * scaled(line === 'ww' ? 46 : 36, clients)));
}

/** A first adviser was there always; others came when personal service began again. */
function firstDay(dice: Dice, i: number): number {
  return i === 0 ? day('2008-01-01') : day(dice.pick(['2014-01-01', '2015-09-01', '2017-11-01', '2018-01-01']));
}

function wiaFte(office: Office, heads: number, clients: number): number {
  return Math.min(1, Math.max(0.01, (office.weight * 16 * (clients / 20_000)) / heads));
}

/** New advisers begin in the large offices, one after the other. */
function busiest(i: number): Office {
  const ordered = [...offices].sort((a, b) => b.weight - a.weight);
  const found = ordered[i % 12];
  if (found === undefined) throw new Error('no offices');
  return found;
}

/** The largest office of each district. */
export function officesOfPlanners(): readonly Office[] {
  const largest = new Map<string, Office>();
  for (const office of offices) {
    const known = largest.get(office.district.id);
    if (known === undefined || known.weight < office.weight) largest.set(office.district.id, office);
  }
  return [...largest.values()];
}

/** Finds who works at an office in a line on a day. */
export function makeRoster(
  advisers: readonly Adviser[],
): (office: Office, line: Line, on: number) => readonly Adviser[] {
  const byPlace = new Map<string, Adviser[]>();
  for (const adviser of advisers) {
    if (adviser.role === 'planner') continue;
    const key = `${adviser.office.id} ${adviser.line}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), adviser]);
  }
  return (office, line, on) => (byPlace.get(`${office.id} ${line}`) ?? []).filter((adviser) => adviser.from <= on);
}

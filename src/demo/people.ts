import { makeDice } from './dice.ts';
import { drawName } from './names.ts';
import { districts, officeOf } from './places.ts';
import type { Adviser } from './register.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly reach: 'office' | 'district' | 'nation';
  readonly office: string;
  readonly district: string;
  readonly adviser: string;
  readonly opensProtected: boolean;
}

const national = ['controller', 'quality_officer', 'researcher', 'data_steward', 'administrator'];

/** Whose desk a visitor sees first: one adviser of each line, at the office with most to do. */
export function firstAdvisers(advisers: readonly Adviser[]): readonly Adviser[] {
  const office = officeOf('Zuid-Limburg');
  return (['wia_wajong', 'ww'] as const).flatMap((line) => {
    const found = advisers.find(
      (adviser) => adviser.office === office && adviser.line === line && adviser.role === 'adviser',
    );
    return found === undefined ? [] : [found];
  });
}

/** Who signs in: the two advisers of the first desk, every role of the nation and the districts, all other advisers. */
export function makePeople(seed: number, advisers: readonly Adviser[]): readonly Person[] {
  const dice = makeDice(seed, 'people');
  const made: Person[] = [];
  const add = (part: Omit<Person, 'id'>) => made.push({ ...part, id: `P${String(made.length + 1).padStart(5, '0')}` });
  const named = () => {
    const { given, family } = drawName(dice);
    return `${given} ${family}`;
  };
  const none = { office: '', district: '', adviser: '', opensProtected: false };
  const addAdviser = (adviser: Adviser) =>
    add({
      ...none,
      name: adviser.name,
      role: 'adviser',
      reach: 'office',
      office: adviser.office.id,
      adviser: adviser.id,
    });
  const first = firstAdvisers(advisers);
  for (const adviser of first) addAdviser(adviser);
  // Limburg first: it is where the figures ask for attention.
  const ordered = [...districts].sort((a, b) => b.neglect - a.neglect || (a.id < b.id ? -1 : 1));
  for (const district of ordered) {
    const planner = advisers.find(({ role, office }) => role === 'planner' && office.district === district);
    add({
      ...none,
      name: planner?.name ?? named(),
      role: 'planner',
      reach: 'district',
      district: district.id,
      adviser: planner?.id ?? '',
    });
    add({
      ...none,
      name: named(),
      role: 'district_manager',
      reach: 'district',
      district: district.id,
      opensProtected: true,
    });
  }
  for (const role of national) add({ ...none, name: named(), role, reach: 'nation' });
  for (const adviser of advisers) if (adviser.role !== 'planner' && !first.includes(adviser)) addAdviser(adviser);
  return made;
}

import type { RawInputOf } from '../../../../platform/contract.ts';
import type { Me } from '../../../organisation/web/me.tsx';
import {
  type listCounters,
  type NormState,
  normStates,
  type Scheme,
  schemes,
  type Worklist,
  worklists,
} from '../../index.ts';

/** Whose clients, as the contracts ask it. */
export interface Place {
  readonly level: 'own' | 'office' | 'district' | 'nation';
  readonly unitId?: string;
}

type Get = (name: string) => string | null;

/** An adviser works on the own clients; others on the unit of the address, else on the own unit. */
export function readPlace(get: Get, me: Pick<Me, 'role' | 'adviserId' | 'reach' | 'unit'>): Place {
  if (me.role === 'adviser' && me.adviserId !== null) return { level: 'own' };
  const level = get('level');
  const unit = get('unit');
  if ((level === 'office' || level === 'district') && unit !== null) return { level, unitId: unit };
  if (level !== 'nation' && me.unit !== null && me.reach !== 'nation') return { level: me.reach, unitId: me.unit.id };
  return { level: 'nation' };
}

/** The list of the address; what is overdue unless another is chosen. */
export function readList(get: Get): Worklist {
  return worklists.find((list) => list === get('list')) ?? 'overdue';
}

export interface Filters {
  readonly scheme?: Scheme;
  readonly state?: NormState;
  readonly norm?: string;
}

export function readFilters(get: Get): Filters {
  const scheme = schemes.find((name) => name === get('scheme'));
  const state = normStates.find((name) => name === get('state'));
  const norm = get('norm');
  return { ...(scheme ? { scheme } : {}), ...(state ? { state } : {}), ...(norm === null ? {} : { norm }) };
}

/** Reference and knowledge dates when the address names them. */
export function readDates(get: Get): Pick<RawInputOf<typeof listCounters>, 'at' | 'known'> {
  const [at, known] = [get('at'), get('known')];
  return { ...(at === null ? {} : { at }), ...(known === null ? {} : { known }) };
}

export const pageSize = 50;

/** Names in the address that go when another list is chosen. */
export const freshList = { after: null } as const;

/** The counters that always stand there; the others only when somebody is counted, or when chosen. */
const always: readonly Worklist[] = [
  'overdue',
  'due',
  'to-register',
  'planned-today',
  'planned-week',
  'only-advised',
  'without-adviser',
];

export function isCounterShown(list: Worklist, count: number, chosen: Worklist): boolean {
  return count > 0 || list === chosen || always.includes(list);
}

import { Temporal } from 'temporal-polyfill';
import type { Row } from './known.ts';
import { zone } from './known.ts';
import type { Supply } from './supplier.ts';

/** Draws from the numbers of one step, so that the same step always does the same and shrinks to smaller choices. */
export interface Draw {
  /** A whole number from 0 to `to` inclusive. */
  int(to: number): number;
  one<T>(of: readonly T[]): T;
  /** True once in `n` times; numbers near 0 say false. */
  rarely(n: number): boolean;
}

/** The numbers of a step are stretched, so that a step with many choices does not repeat itself. */
export function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  const int = (to: number) =>
    ((numbers[at % numbers.length] ?? 0) * (1 + Math.floor(at++ / numbers.length))) % (to + 1);
  return {
    int,
    one: (of) => {
      const found = of[int(of.length - 1)];
      if (found === undefined) throw new Error('nothing to draw from');
      return found;
    },
    rarely: (n) => int(n - 1) === n - 1,
  };
}

export function dayFrom(now: string, days: number): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().add({ days }).toString();
}

export const kinds = [
  'progress',
  'orientation',
  'evaluation',
  'intake',
  'message',
  'case_discussion',
  'workshop',
  'test',
];
export const channels = ['phone', 'office', 'video', 'group', 'digital'];

interface Moment {
  readonly draw: Draw;
  /** The clock. */
  readonly now: string;
  /** Makes an id of its own. */
  readonly newId: (prefix: string) => string;
}

type Change = (supply: Supply, moment: Moment) => readonly [file: string, row: Row] | null;

const rowsOf = (supply: Supply, file: string) => [...(supply.get(file)?.values() ?? [])];
const benefitOf = (supply: Supply, draw: Draw) => draw.one(rowsOf(supply, 'benefits.csv'));

/** What may happen at the supplier, each giving the row that it makes or changes. */
export const changes: Readonly<Record<string, Change>> = {
  newBenefit: (supply, { draw, now, newId }) => {
    const scheme = draw.one(['WW', 'WAJONG', 'WIA_WGA', 'WIA_IVA']);
    const hasCapacity = scheme === 'WAJONG' || scheme === 'WIA_WGA';
    const row = {
      benefit_id: newId('B'),
      client_id: draw.one(rowsOf(supply, 'clients.csv')).client_id ?? '',
      scheme,
      office_id: draw.one(['O1', 'O2', 'O3']),
      start_date: dayFrom(now, 20 - draw.int(260)),
      work_capacity: hasCapacity ? draw.one(['yes', '', 'no', 'unknown']) : '',
    };
    return ['benefits.csv', row];
  },
  endBenefit: (supply, { draw, now }) => {
    const row = benefitOf(supply, draw);
    const end = dayFrom(now, 15 - draw.int(120));
    const isEnded = Boolean(row.end_date);
    const ending = isEnded ? { end_date: '', end_reason: '' } : { end_date: end, end_reason: 'work' };
    return ['benefits.csv', { ...row, ...ending }];
  },
  moveBenefit: (supply, { draw }) => [
    'benefits.csv',
    { ...benefitOf(supply, draw), office_id: draw.one(['O2', 'O1', 'O3']) },
  ],
  shiftBenefit: (supply, { draw, now }) => [
    'benefits.csv',
    { ...benefitOf(supply, draw), start_date: dayFrom(now, -draw.int(400)) },
  ],
  judgeCapacity: (supply, { draw }) => {
    const row = benefitOf(supply, draw);
    const isJudged = row.scheme === 'WAJONG' || row.scheme === 'WIA_WGA';
    return isJudged ? ['benefits.csv', { ...row, work_capacity: draw.one(['yes', 'no', 'unknown', '']) }] : null;
  },
  moveOffice: (supply, { draw }) => {
    const row = draw.one(rowsOf(supply, 'offices.csv'));
    return ['offices.csv', { ...row, district_id: draw.one(['D1', 'D2']) }];
  },
  newEnrolment: (supply, { draw, now }) => {
    const from = dayFrom(now, 5 - draw.int(100));
    const row = { benefit_id: benefitOf(supply, draw).benefit_id ?? '', from };
    return ['enrolments.csv', draw.rarely(3) ? { ...row, ...ending({ draw, from }) } : row];
  },
  endEnrolment: (supply, { draw }) => {
    const row = draw.one(rowsOf(supply, 'enrolments.csv'));
    const open = { to: '', end_reason: '', review_date: '' };
    return ['enrolments.csv', { ...row, ...(row.to ? open : ending({ draw, from: row.from ?? '' })) }];
  },
  newAssignment: (supply, { draw, now }) => [
    'assignments.csv',
    {
      benefit_id: benefitOf(supply, draw).benefit_id ?? '',
      from: dayFrom(now, 5 - draw.int(100)),
      to: draw.rarely(3) ? dayFrom(now, 5 + draw.int(60)) : '',
      adviser_id: draw.one(['A1', 'A2', 'A3']),
    },
  ],
  otherAdviser: (supply, { draw }) => [
    'assignments.csv',
    { ...draw.one(rowsOf(supply, 'assignments.csv')), adviser_id: draw.one(['A2', 'A1', 'A3']) },
  ],
  newJob: (supply, { draw, now, newId }) => {
    const start_date = dayFrom(now, 10 - draw.int(200));
    const end_date = draw.rarely(2) ? plusDays(start_date, draw.int(120)) : '';
    const client_id = draw.one(rowsOf(supply, 'clients.csv')).client_id ?? '';
    return ['employments.csv', { employment_id: newId('J'), client_id, start_date, end_date, hours_per_week: '20' }];
  },
  endJob: (supply, { draw }) => {
    const row = draw.one(rowsOf(supply, 'employments.csv'));
    return ['employments.csv', { ...row, end_date: row.end_date ? '' : plusDays(row.start_date ?? '', draw.int(300)) }];
  },
  newTrajectory: (supply, { draw, now, newId }) => {
    const purchased_on = dayFrom(now, 10 - draw.int(120));
    const wajong = rowsOf(supply, 'benefits.csv').filter((row) => row.scheme === 'WAJONG');
    const benefit_id = wajong.length === 0 ? '' : (draw.one(wajong).benefit_id ?? '');
    const end_date = draw.rarely(2) ? plusDays(purchased_on, draw.int(90)) : '';
    const row = { trajectory_id: newId('T'), benefit_id, kind: 'coaching', purchased_on, end_date };
    return benefit_id === '' ? null : ['trajectories.csv', row];
  },
  newProfile: (supply, { draw, now, newId }) => {
    const benefit_id = benefitOf(supply, draw).benefit_id ?? '';
    const score = draw.one(['0.50', '0.2', '0.51', '', '1']);
    const assessed_on = dayFrom(now, -draw.int(100));
    return ['profiles.csv', { profile_id: newId('Q'), benefit_id, instrument: 'verkenner', assessed_on, score }];
  },
  newContact: (supply, { draw, now, newId }) => {
    const benefit_id = benefitOf(supply, draw).benefit_id ?? '';
    return ['contacts.csv', contact({ benefit_id, contact_id: newId('C'), corrects: '' }, { draw, now })];
  },
  correctContact: (supply, { draw, now, newId }) => {
    const target = draw.one(rowsOf(supply, 'contacts.csv').slice(-4));
    const of = { benefit_id: target.benefit_id ?? '', contact_id: newId('C'), corrects: target.contact_id ?? '' };
    return ['contacts.csv', contact(of, { draw, now })];
  },
};

/** A contact as a supplier brings it: occurred before it was registered, registered before now. */
function contact(of: Row, { draw, now }: { readonly draw: Draw; readonly now: string }): Row {
  const outcome = draw.one(['held', 'planned', 'held', 'no_show', 'void', 'held', 'cancelled']);
  const registered = Temporal.Instant.from(now).subtract({ minutes: 1 + draw.int(40) * 1440 + draw.int(1439) });
  const shift = draw.int(30) * 1440 + draw.int(1439);
  const occurred =
    outcome === 'planned' ? registered.add({ minutes: shift * 2 }) : registered.subtract({ minutes: shift });
  return {
    ...of,
    adviser_id: draw.one(['A1', 'A2', 'A3']),
    kind: draw.one(kinds),
    channel: draw.one(channels),
    occurred_at: occurred.toString(),
    minutes: outcome === 'held' ? '30' : '',
    outcome,
    registered_at: registered.toString(),
  };
}

function ending({ draw, from }: { readonly draw: Draw; readonly from: string }): Row {
  const end_reason = draw.one(['declined', 'unreachable', 'completed', 'outflow']);
  const to = plusDays(from, draw.int(120));
  return { to, end_reason, review_date: draw.rarely(2) ? plusDays(to, draw.int(60)) : '' };
}

function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

import { countedRows } from '../cells.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type Cox, type CoxOptions, cox } from './cox/cox.ts';
import type { Covariate } from './cox/cox-rows.ts';
import { checkDurations, type NumberColumn } from './spells.ts';

export interface TimedContacts {
  readonly time: NumberColumn;
  /** 1 = left at `time`, 0 = censored. */
  readonly event: NumberColumn;
  /** Time of the first contact since the same origin; NaN = none. At or after `time` it never came to act. */
  readonly contactTime: Float64Array;
  readonly covariates: readonly Covariate[];
  /** People's clusters; each person by itself unless told. */
  readonly cluster?: NumberColumn | undefined;
  /** A row stands for this many people alike. */
  readonly count?: NumberColumn | undefined;
}

export interface TimingOfEvents extends Cox {
  /** Stretches that the model saw: people with a contact in time count twice. */
  readonly rows: number;
  /** People: rows as they were given. */
  readonly people: number;
}

/** The term of the contact in the result. */
const CONTACT = 'contact';

/**
 * By what factor does the pace of leaving change from the first contact on? Each person's time is split at the contact
 * and the contact is a covariate that changes then, so that waiting for it never counts as its effect (no immortal
 * time). Causal only when nobody knows the moment of the contact beforehand and, given the covariates, what sets its
 * moment does not itself change the pace of leaving.
 * @returns a Cox fit with the term `contact` and errors robust by person (or by cluster).
 * Source: Abbring & van den Berg (2003); Andersen & Gill (1982).
 */
export function timingOfEvents(people: TimedContacts, options: CoxOptions = {}): TimingOfEvents | NotEstimable {
  const { time, event, contactTime, covariates, cluster, count } = people;
  const columns = [event, contactTime, cluster, count, ...covariates.map(({ values }) => values)];
  if (columns.some((column) => column !== undefined && column.length !== time.length))
    return notEstimable('unequal_lengths');
  const refusal =
    checkDurations(time, 'time') ??
    checkDurations(
      contactTime.map((t) => (Number.isNaN(t) ? 0 : t)),
      CONTACT,
    );
  if (refusal !== null) return refusal;
  const owners: number[] = [];
  const parts: number[] = [];
  for (let i = 0; i < time.length; i++) {
    const end = time[i] as number;
    const contact = contactTime[i] as number;
    const split = contact < end;
    // A duration of 0 has no time at risk, and a contact at 0 leaves none before it.
    if (!split || contact > 0) {
      owners.push(i);
      parts.push(split ? BEFORE : WHOLE);
    }
    if (split) {
      owners.push(i);
      parts.push(AFTER);
    }
  }
  const person = Uint32Array.from(owners);
  const take = (column: NumberColumn): Float64Array => Float64Array.from(person, (i) => column[i] as number);
  const read = (pick: (i: number, part: number) => number): Float64Array =>
    Float64Array.from(person, (i, row) => pick(i, parts[row] as number));
  const counts = count === undefined ? undefined : take(count);
  const result = cox(
    {
      start: read((i, part) => (part === AFTER ? (contactTime[i] as number) : 0)),
      stop: read((i, part) => (part === BEFORE ? (contactTime[i] as number) : (time[i] as number))),
      event: read((i, part) => (part === BEFORE ? 0 : (event[i] as number))),
      covariates: [
        { term: CONTACT, values: read((_, part) => (part === AFTER ? 1 : 0)) },
        ...covariates.map(({ term, values }) => ({ term, values: take(values) })),
      ],
      cluster: cluster === undefined ? person : take(cluster),
      count: counts,
      countsClusters: cluster === undefined,
    },
    options,
  );
  if (isNotEstimable(result)) return result;
  return {
    ...result,
    rows: countedRows({ count: counts }, person.length),
    people: countedRows({ count }, time.length),
    method: `timing of events: ${result.method}`,
  };
}

const WHOLE = 0;
const BEFORE = 1;
const AFTER = 2;

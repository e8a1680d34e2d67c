import { countedRows } from '../cells.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { cumulativeIncidence, type IncidenceSteps } from './cumulative-incidence.ts';
import { type GrayTest, grayTest } from './gray-test.ts';
import { grayErrors, type IncidenceErrors, jackknifeErrors } from './incidence-error.ts';
import { MOST_COMPARED } from './log-rank.ts';
import { lastPlace, type RiskTable, riskTable } from './risk-table.ts';
import { checkSpells, type Spells } from './spells.ts';
import { refuseTimes } from './survival-curves.ts';
import { placeAtOrBefore } from './time-axis.ts';
import { beyondFollowUp, notCompared } from './warnings.ts';

/** Chance of having left by one cause; null = beyond the follow-up of the group. */
interface IncidenceCurve {
  readonly time: readonly number[];
  readonly cif: readonly (number | null)[];
  readonly se: readonly (number | null)[];
}

/** Chance of no event of any cause. */
interface EventFreeCurve {
  readonly time: readonly number[];
  readonly probability: readonly (number | null)[];
  readonly se: readonly (number | null)[];
}

interface IncidenceGroup {
  /** By cause code, "1", "2", ... */
  readonly causes: Readonly<Record<string, IncidenceCurve>>;
  readonly eventFree: EventFreeCurve;
  readonly n: number;
}

export interface AalenJohansen {
  readonly groups: Readonly<Record<string, IncidenceGroup>>;
  /** Gray's test by cause code; absent without two groups. */
  readonly gray?: Readonly<Record<string, GrayTest>>;
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

export interface IncidenceOptions {
  /** Times at which the curves are read; absent = at every time with an event. */
  readonly at?: readonly number[] | undefined;
  /** `gray` = delta method of Gray, `jackknife` = infinitesimal jackknife. */
  readonly se?: 'gray' | 'jackknife' | undefined;
}

/**
 * How many leave by which way: cumulative incidence per cause, causes competing, with Gray's test between groups. One
 * minus Kaplan-Meier per cause would count those as still to come who have left by another way.
 * @param spells `cause` 0 = censored, 1, 2, ... = the way out. Late entry is not for this estimator.
 * @returns refusals: `no_events`, negative durations, missing values; `out_of_range` for entry times; `table_too_large`.
 * Source: Aalen & Johansen (1978); Gray (1988).
 */
export function aalenJohansen(spells: Spells, options: IncidenceOptions = {}): AalenJohansen | NotEstimable {
  const { at, se = 'gray' } = options;
  const refusal = checkSpells(spells, false);
  if (refusal !== null) return refusal;
  if (spells.entry !== undefined) return notEstimable('out_of_range', 'entry');
  const times = refuseTimes(at);
  if (times !== null) return times;
  const table = riskTable(spells);
  if (isNotEstimable(table)) return table;
  const present = causesWithEvents(table);
  if (present.length === 0) return notEstimable('no_events');
  const groups = new Map<string, IncidenceGroup>();
  const warnings: Warning[] = [];
  table.labels.forEach((label, g) => {
    if (table.sizes[g] === 0) return;
    const steps = cumulativeIncidence(table, g);
    const end = table.times[lastPlace(table, g)] as number;
    const errors = se === 'gray' ? grayErrors(steps) : jackknifeErrors(steps);
    groups.set(label, readGroup({ steps, errors, end, at, present, n: table.sizes[g] as number }));
    if (at?.some((t) => t > end && (steps.eventFree.at(-1) ?? 1) > 0)) warnings.push(beyondFollowUp(label, end));
  });
  if (table.labels.length > MOST_COMPARED) warnings.push(notCompared(table.labels.length));
  const compared = table.labels.length > MOST_COMPARED ? [] : present;
  const tests = compared.flatMap((cause) => {
    const test = grayTest(table, cause);
    return isNotEstimable(test) ? [] : [[`${cause}`, test] as const];
  });
  const method = `Aalen-Johansen, ${se === 'gray' ? 'delta-method error of Gray' : 'infinitesimal-jackknife error'}`;
  const gray = tests.length > 0 ? { gray: Object.fromEntries(tests) } : {};
  return { groups: Object.fromEntries(groups), ...gray, n: countedRows(spells, spells.time.length), method, warnings };
}

function causesWithEvents({ exits, causes, labels, times }: RiskTable): number[] {
  const length = times.length;
  const present: number[] = [];
  for (let k = 1; k <= causes; k++) {
    const seen = labels.some((_, g) => {
      const start = (g * (causes + 1) + k) * length;
      return exits.subarray(start, start + length).some((d) => d > 0);
    });
    if (seen) present.push(k);
  }
  return present;
}

interface GroupSource {
  readonly steps: IncidenceSteps;
  readonly errors: IncidenceErrors;
  readonly end: number;
  readonly at: readonly number[] | undefined;
  readonly present: readonly number[];
  readonly n: number;
}

function readGroup({ steps, errors, end, at, present, n }: GroupSource): IncidenceGroup {
  const time = at ?? Array.from(steps.time);
  const gone = (steps.eventFree.at(-1) ?? 1) === 0;
  const places = at?.map((t) => (t > end && !gone ? null : placeAtOrBefore(steps.time, t)));
  const read = (height: Float64Array, start: number): (number | null)[] =>
    places?.map((place) => (place === null ? null : place < 0 ? start : (height[place] as number))) ??
    Array.from(height);
  const causes: Record<string, IncidenceCurve> = {};
  for (const cause of present) {
    causes[`${cause}`] = {
      time,
      cif: read(steps.incidence[cause - 1] as Float64Array, 0),
      se: read(errors.incidence[cause - 1] as Float64Array, 0),
    };
  }
  return { causes, eventFree: { time, probability: read(steps.eventFree, 1), se: read(errors.eventFree, 0) }, n };
}

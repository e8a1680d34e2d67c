import { action, type Context } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { endOfDay } from '../../time/zone.ts';
import { isWithinReach } from '../organisation/index.ts';
import { isSchemeShown } from '../registry/index.ts';
import { evaluate, loadProfileTrend } from '../registry/measures.actions.ts';
import { loadShownFigures } from './load-quality.actions.ts';
import { showProfileTrend as showProfileTrendContract } from './profile-contract.ts';
import {
  showQuality as showQualityContract,
  showQualityTrend as showQualityTrendContract,
} from './quality-contract.ts';
import { qualityListActions } from './quality-lists.actions.ts';
import {
  isGuarded,
  type Level,
  loadOffices,
  officeIdsOf,
  schemesOf,
  unitsWithinReach,
  windowOf,
} from './quality-reach.actions.ts';
import { listQualityTrend } from './quality-trend.store.ts';
import { computeShownPoint } from './shown-quality.ts';
import { computeTrendDates } from './trend-dates.ts';

const showQuality = action(showQualityContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const { yearStart, twelveMonthsStart } = windowOf(at);
  const units = unitsWithinReach(context.actor, await loadOffices(context, knownBefore));
  const read = await loadShownFigures(context, { from: twelveMonthsStart, to: at, yearStart, knownBefore }, units);
  return {
    at,
    known,
    yearStart,
    twelveMonthsStart,
    units: units.map((unit) => ({ ...unit, ...read(unit) })),
    focus: isSchemeShown(context.actor, 'WIA_WGA') ? ('wia-wajong' as const) : ('ww' as const),
  };
});

/** The points of a trend, each as known at the end of its own day. */
function pointsOf(at: string) {
  return computeTrendDates(at).map((day) => ({
    at: day,
    yearStart: windowOf(day).yearStart,
    knownBefore: endOfDay(day),
  }));
}

/** Ids of the reader's own offices where a reading of the nation is guarded by them; else null. */
function guardOf(context: Context, offices: Awaited<ReturnType<typeof loadOffices>>, input: { readonly level: Level }) {
  if (!isGuarded(context.actor, input)) return null;
  return offices.filter((office) => isWithinReach(context.actor, office)).map((office) => office.id);
}

const showQualityTrend = action(showQualityTrendContract, async (context, input) => {
  const { at, knownBefore } = datesOf(context, input);
  const points = pointsOf(at);
  const offices = await loadOffices(context, knownBefore);
  const read = async (officeIds: readonly string[] | null) => {
    const asked = { points, schemes: schemesOf(input), officeIds };
    const rows = await evaluate(context.figures, listQualityTrend(asked), officeIds === null);
    return points.map((_, index) => {
      const { held = 0, timely = 0, to_register: toRegister = 0 } = rows[index] ?? {};
      return { held, timely, toRegister };
    });
  };
  const found = await read(officeIdsOf(context, offices, input));
  const guard = guardOf(context, offices, input);
  const own = guard === null ? null : await read(guard);
  return {
    points: points.map((point, index) => {
      const of = found[index] ?? { held: 0, timely: 0, toRegister: 0 };
      const mine = own?.[index];
      const shown = mine === undefined ? of : computeShownPoint(of, mine, { part: 'timely', whole: 'held' });
      return { at: point.at, ...shown };
    }),
  };
});

const showProfileTrend = action(showProfileTrendContract, async (context, input) => {
  const { at, knownBefore } = datesOf(context, input);
  const points = pointsOf(at);
  const offices = await loadOffices(context, knownBefore);
  const read = async (officeIds: readonly string[] | null) => {
    const rows = await loadProfileTrend(context.figures, points, { schemes: schemesOf(input), officeIds });
    const found = new Map(rows.map((row) => [row.at, row]));
    return points.map((point) => {
      const { valid = 0, enrolled = 0 } = found.get(point.at) ?? {};
      return { valid, enrolled };
    });
  };
  const found = await read(officeIdsOf(context, offices, input));
  const guard = guardOf(context, offices, input);
  const own = guard === null ? null : await read(guard);
  return {
    points: points.map((point, index) => {
      const of = found[index] ?? { valid: 0, enrolled: 0 };
      const mine = own?.[index];
      const shown = mine === undefined ? of : computeShownPoint(of, mine, { part: 'valid', whole: 'enrolled' });
      return { at: point.at, ...shown };
    }),
  };
});

export const qualityActions = [showQuality, ...qualityListActions, showQualityTrend, showProfileTrend] as const;

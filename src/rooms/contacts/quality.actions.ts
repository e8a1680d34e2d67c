import { action, type Context } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { endOfDay } from '../../time/zone.ts';
import { isSchemeShown } from '../registry/index.ts';
import { evaluate, loadProfileCounts, loadProfileTrend } from '../registry/measures.actions.ts';
import { loadQuality, type YearsWindow } from './measures.actions.ts';
import { showProfileTrend as showProfileTrendContract } from './profile-contract.ts';
import {
  lagBuckets,
  showQuality as showQualityContract,
  showQualityTrend as showQualityTrendContract,
} from './quality-contract.ts';
import { qualityListActions } from './quality-lists.actions.ts';
import { countToRegister } from './quality-lists.store.ts';
import {
  type Level,
  loadOffices,
  officeIdsOf,
  schemesOf,
  unitsWithinReach,
  windowOf,
} from './quality-reach.actions.ts';
import { listQualityTrend } from './quality-trend.store.ts';
import { computeTrendDates } from './trend-dates.ts';

const showQuality = action(showQualityContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const { yearStart, twelveMonthsStart } = windowOf(at);
  const units = unitsWithinReach(context.actor, await loadOffices(context, knownBefore));
  const read = await loadFigures(context, { from: twelveMonthsStart, to: at, yearStart, knownBefore });
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

const showQualityTrend = action(showQualityTrendContract, async (context, input) => {
  const { at, knownBefore } = datesOf(context, input);
  const points = pointsOf(at);
  const officeIds = officeIdsOf(context, await loadOffices(context, knownBefore), input);
  const asked = { points, schemes: schemesOf(input), officeIds };
  const rows = await evaluate(context.figures, listQualityTrend(asked), officeIds === null);
  return {
    points: points.map((point, index) => ({
      at: point.at,
      held: rows[index]?.held ?? 0,
      timely: rows[index]?.timely ?? 0,
      toRegister: rows[index]?.to_register ?? 0,
    })),
  };
});

const showProfileTrend = action(showProfileTrendContract, async (context, input) => {
  const { at, knownBefore } = datesOf(context, input);
  const points = pointsOf(at);
  const officeIds = officeIdsOf(context, await loadOffices(context, knownBefore), input);
  const rows = await loadProfileTrend(context.figures, points, { schemes: schemesOf(input), officeIds });
  const found = new Map(rows.map((row) => [row.at, row]));
  return {
    points: points.map((point) => ({
      at: point.at,
      valid: found.get(point.at)?.valid ?? 0,
      enrolled: found.get(point.at)?.enrolled ?? 0,
    })),
  };
});

export const qualityActions = [showQuality, ...qualityListActions, showQualityTrend, showProfileTrend] as const;

/** The evaluations, and a reader of the figures of each unit; a unit without contacts has zeros. */
async function loadFigures(context: Context, window: YearsWindow) {
  const { to: at, knownBefore } = window;
  const ofYear = await loadQuality(context.figures, window);
  const passed = await evaluate(context.figures, countToRegister({ at, knownBefore }), true);
  const profiles = await loadProfileCounts(context.figures, { at, knownBefore });
  const keyOf = (row: { level: string; unit: string; scheme: string | null }) =>
    `${row.level}|${row.unit}|${row.scheme ?? ''}`;
  const yearOf = new Map(ofYear.map((row) => [keyOf(row), row]));
  const passedOf = new Map(passed.map((row) => [keyOf(row), row]));
  const schemes = [...new Set([...ofYear, ...passed].flatMap((row) => row.scheme ?? []))].toSorted();
  const figuresOf = (key: string) => {
    const year = yearOf.get(key);
    const due = passedOf.get(key);
    return {
      valid: year?.valid ?? 0,
      held: year?.held ?? 0,
      timely: year?.timely ?? 0,
      medianLagDays: year?.median_lag_days ?? null,
      heldTwelveMonths: year?.held_12m ?? 0,
      timelyTwelveMonths: year?.timely_12m ?? 0,
      toRegister: due?.to_register ?? 0,
      toRegisterOverMonth: due?.over_month ?? 0,
      duplicates: year?.duplicates ?? 0,
      outside: year?.outside ?? 0,
      lags: Object.fromEntries(lagBuckets.map((bucket) => [bucket, year?.[bucket] ?? 0])) as Record<
        (typeof lagBuckets)[number],
        number
      >,
    };
  };
  return (unit: { readonly level: Level; readonly id: string }) => ({
    all: figuresOf(`${unit.level}|${unit.id}|`),
    schemes: schemes
      .filter((scheme) => {
        const key = `${unit.level}|${unit.id}|${scheme}`;
        return yearOf.has(key) || passedOf.has(key);
      })
      .map((scheme) => ({ scheme, ...figuresOf(`${unit.level}|${unit.id}|${scheme}`) })),
    profiles: profiles
      .filter((row) => row.level === unit.level && row.unit === unit.id)
      .map(({ scheme, valid, expired, none, unprofiled }) => ({ scheme, valid, expired, none, unprofiled })),
  });
}

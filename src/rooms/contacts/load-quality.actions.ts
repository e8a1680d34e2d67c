import type { Context } from '../../platform/actions.ts';
import { isTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import { evaluate, loadProfileCounts } from '../registry/measures.actions.ts';
import { loadQuality, type YearsWindow } from './measures.actions.ts';
import { lagBuckets } from './quality-contract.ts';
import { countToRegister } from './quality-lists.store.ts';
import { isGuarded, type Level, type Unit, unitsWithinReach, windowOf } from './quality-reach.actions.ts';
import { computeShownQuality, type UnitFigures } from './shown-quality.ts';

/** A reader of the figures of each unit as this actor may see them. */
export async function loadShownFigures(
  context: Context,
  window: YearsWindow,
  units: readonly Unit[],
): Promise<(unit: Pick<Unit, 'level' | 'id'>) => UnitFigures> {
  const read = await loadFigures(context, window);
  const own = units.filter(({ level }) => level === 'office').map(read);
  return (unit) => (isGuarded(context.actor, unit) ? computeShownQuality(read(unit), own) : read(unit));
}

interface Listed {
  readonly level: Level;
  readonly at: string;
  readonly knownBefore: string;
  readonly offices: Parameters<typeof unitsWithinReach>[1];
}

/** How the length of a list is told: where the page does not show the figure, neither does its list. */
export async function loadListLength(
  context: Context,
  { level, at, knownBefore, offices }: Listed,
  count: (nation: UnitFigures) => ShownCount,
): Promise<(length: number) => ShownCount> {
  const tell = (length: number): ShownCount => length;
  if (!isGuarded(context.actor, { level })) return tell;
  const { yearStart, twelveMonthsStart } = windowOf(at);
  const window = { from: twelveMonthsStart, to: at, yearStart, knownBefore };
  const read = await loadShownFigures(context, window, unitsWithinReach(context.actor, offices));
  return isTooSmall(count(read({ level: 'nation', id: '' }))) ? () => TOO_SMALL : tell;
}

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

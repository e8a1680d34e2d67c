import { Temporal } from 'temporal-polyfill';
import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../platform/clock.ts';
import { showTrend as showTrendContract } from './contract.ts';
import { closureValues, normValues } from './figures.store.ts';
import { loadKeptFigures, readFigures } from './kept-figures.actions.ts';
import { loadNorms, nameCounts } from './load-measures.actions.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { loadUnits, officesOf } from './reach.actions.ts';
import { computeTrendPart } from './trend.ts';
import { computeWindows } from './windows.ts';

const months = 12;

/** The 12 month ends before the date, and the date itself. */
function datesBefore(at: string): readonly string[] {
  const month = Temporal.PlainDate.from(at).with({ day: 1 });
  const ends = Array.from({ length: months }, (_, i) =>
    month.subtract({ months: months - 1 - i }).subtract({ days: 1 }),
  );
  return [...ends.map((day) => day.toString()), at];
}

const showTrend = action(showTrendContract, async (context, input) => {
  const at = input.at ?? context.today;
  const { districtId } = input;
  const { units, versions } = await readFigures(context, async (figures) => ({
    units: await loadUnits({ figures }, endOfDay(at)),
    versions: await loadNorms(figures),
  }));
  if (districtId !== undefined) officesOf(context, units, { level: 'district', unitId: districtId });
  if (input.norm !== 'closure' && !versions.some(({ norm }) => norm.id === input.norm)) context.refuse('unknown_norm');
  const points = [];
  for (const day of datesBefore(at)) {
    points.push(await loadPoint(context, versions, { norm: input.norm, measure: input.measure, day, districtId }));
  }
  return { norm: input.norm, measure: input.measure, points };
});

interface PointAsked {
  readonly norm: string;
  readonly measure: string;
  readonly day: string;
  readonly districtId: string | undefined;
}

/** The figure at a day as known on that day, by the norm version then in force. */
async function loadPoint(context: Context, versions: readonly NormVersion[], asked: PointAsked) {
  const { day, norm, districtId } = asked;
  const isClosure = norm === 'closure';
  const rows = await loadKeptFigures(context, versions, { at: day, known: day });
  const row = rows.find(
    (of) =>
      of.part === (isClosure ? 'closure' : 'norm') &&
      of.key === norm &&
      of.level === (districtId === undefined ? 'nation' : 'district') &&
      of.unit === (districtId ?? ''),
  );
  const counts = nameCounts(isClosure ? closureValues : normValues, row?.values ?? []);
  const inForce = listNormsValidAt(versions, day).find((version) => version.norm.id === norm);
  return {
    at: day,
    ...computeTrendPart(asked.measure, counts, computeWindows(day)),
    normVersion: inForce?.version ?? null,
  };
}

export const trendActions = [showTrend] as const;

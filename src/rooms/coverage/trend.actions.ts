import { Temporal } from 'temporal-polyfill';
import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../platform/clock.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { showTrend as showTrendContract } from './contract.ts';
import { closureValues, listFigures, normValues } from './figures.store.ts';
import { loadNorms, nameCounts } from './load-measures.actions.ts';
import { computeNormTerms } from './norm-terms.ts';
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
  const units = await loadUnits(context, endOfDay(at));
  const offices =
    input.districtId === undefined ? null : officesOf(context, units, { level: 'district', unitId: input.districtId });
  const versions = await loadNorms(context.figures);
  if (input.norm !== 'closure' && !versions.some(({ norm }) => norm.id === input.norm)) context.refuse('unknown_norm');
  const points = [];
  for (const day of datesBefore(at)) {
    const unit = { districtId: input.districtId, officeKeys: offices?.map((office) => office.officeKey) ?? null };
    points.push(await loadPoint(context, versions, { norm: input.norm, measure: input.measure, day, ...unit }));
  }
  return { norm: input.norm, measure: input.measure, points };
});

interface PointAsked {
  readonly norm: string;
  readonly measure: string;
  readonly day: string;
  readonly districtId: string | undefined;
  readonly officeKeys: readonly number[] | null;
}

/** The figure at a day as known on that day, by the norm version then in force. */
async function loadPoint(context: Context, versions: readonly NormVersion[], asked: PointAsked) {
  const windows = computeWindows(asked.day);
  const isClosure = asked.norm === 'closure';
  const inForce = listNormsValidAt(versions, asked.day).filter(({ norm }) =>
    isClosure ? norm.weight === 'must' && norm.readingOf === null : norm.id === asked.norm,
  );
  const scope =
    asked.officeKeys === null ? { kind: 'all' as const } : { kind: 'offices' as const, officeKeys: asked.officeKeys };
  const terms = inForce.map(({ norm }) => computeNormTerms(norm));
  const evaluated = { windows, knownBefore: endOfDay(asked.day), scope, norms: terms };
  const rows = await evaluate(context.figures, listFigures(evaluated), scope.kind === 'all');
  const row = rows.find(
    (of) =>
      of.part === (isClosure ? 'closure' : 'norm') &&
      of.key === asked.norm &&
      of.level === (asked.districtId === undefined ? 'nation' : 'district') &&
      of.unit === (asked.districtId ?? ''),
  );
  const counts = nameCounts(isClosure ? closureValues : normValues, row?.values ?? []);
  return {
    at: asked.day,
    ...computeTrendPart(asked.measure, counts, windows),
    normVersion: isClosure ? null : (inForce[0]?.version ?? null),
  };
}

export const trendActions = [showTrend] as const;

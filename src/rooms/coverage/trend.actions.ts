import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../time/zone.ts';
import { computeTrendDates } from '../contacts/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { showTrend as showTrendContract, type trendMeasures } from './contract.ts';
import { hasMeasure } from './figure-measures.ts';
import { valueNames } from './figures.store.ts';
import { loadKeptFigures, readFigures } from './kept-figures.actions.ts';
import { loadNorms } from './load-measures.actions.ts';
import { computeShownNation } from './national.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { officesOf, ownOfficesOf } from './reach.actions.ts';
import { computeTrendPart } from './trend.ts';
import { readUnits } from './unit-figures.ts';
import { computeWindows } from './windows.ts';

const showTrend = action(showTrendContract, async (context, input) => {
  const at = input.at ?? context.today;
  const { districtId } = input;
  const { units, versions } = await readFigures(context, async (figures) => ({
    units: await loadUnits({ figures }, endOfDay(at)),
    versions: await loadNorms(figures),
  }));
  if (districtId !== undefined) officesOf(context, units, { level: 'district', unitId: districtId });
  if (input.norm !== 'closure' && !versions.some(({ norm }) => norm.id === input.norm)) context.refuse('unknown_norm');
  const norms = versions.map(({ norm }) => norm);
  if (!hasMeasure(input.norm, norms, input.measure)) context.refuse('unknown_measure', input.measure);
  const points = [];
  for (const day of computeTrendDates(at)) {
    points.push(await loadPoint(context, versions, { ...input, day, officeIds: ownOfficesOf(context.actor, units) }));
  }
  return { norm: input.norm, measure: input.measure, points };
});

interface PointAsked {
  readonly norm: string;
  readonly measure: (typeof trendMeasures)[number];
  readonly day: string;
  readonly districtId?: string | undefined;
  /** Offices of which true counts are seen; null for a reach over the nation. */
  readonly officeIds: readonly string[] | null;
}

/** The figure at a day as known on that day, by the norm version then in force. */
async function loadPoint(context: Context, versions: readonly NormVersion[], asked: PointAsked) {
  const { day, norm, districtId, officeIds } = asked;
  const rows = await loadKeptFigures(context, versions, { at: day, known: day });
  const norms = listNormsValidAt(versions, day);
  const windows = computeWindows(day);
  const read = readUnits(rows, { norms, windows, names: valueNames });
  const figures =
    districtId === undefined
      ? computeShownNation(read, { norms, officeIds })
      : read.of({ level: 'district', id: districtId, name: '' });
  return {
    at: day,
    ...computeTrendPart(asked, figures, windows),
    normVersion: norms.find((version) => version.norm.id === norm)?.version ?? null,
  };
}

export const trendActions = [showTrend] as const;

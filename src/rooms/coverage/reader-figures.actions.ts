import type { Context } from '../../platform/actions.ts';
import { endOfDay } from '../../time/zone.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { valueNames } from './figures.store.ts';
import { type AskedDates, loadKeptFigures, readFigures } from './kept-figures.actions.ts';
import { loadNorms } from './load-measures.actions.ts';
import { computeShownNation } from './national.ts';
import { listNormsValidAt } from './norm-version.ts';
import { ownOfficesOf } from './reach.actions.ts';
import type { ShownFigures } from './shapes.ts';
import { readUnits } from './unit-figures.ts';
import { computeWindows } from './windows.ts';

/**
 * The figures of the nation as this reader may see them; null for a reach over the nation, where all is shown. Holds no
 * connection while kept figures are asked: call it before anything else reads.
 */
export async function loadShownNation(context: Context, dates: AskedDates): Promise<ShownFigures | null> {
  if (context.actor.offices === 'all') return null;
  const { units, norms } = await readFigures(context, async (figures) => ({
    units: await loadUnits({ figures }, endOfDay(dates.known)),
    norms: listNormsValidAt(await loadNorms(figures), dates.at),
  }));
  const rows = await loadKeptFigures(context, norms, dates);
  const read = readUnits(rows, { norms, windows: computeWindows(dates.at), names: valueNames });
  return computeShownNation(read, { norms, officeIds: ownOfficesOf(context.actor, units) });
}

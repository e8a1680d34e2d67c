import { action } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { isDistrictWithinReach } from '../organisation/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { showMeasures as showMeasuresContract } from './contract.ts';
import { loadMeasures } from './load-measures.actions.ts';

type Output = { national: Record<string, Json>; districts: Record<string, Record<string, Json>> };
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const showMeasures = action(showMeasuresContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const { measures } = await loadMeasures(context, { at, known });
  const units = await loadUnits(context, knownBefore);
  const districts = Object.entries(measures.districts).filter(([id]) =>
    isDistrictWithinReach(context.actor, units, id),
  );
  return { ...measures, districts: Object.fromEntries(districts) } as unknown as Output & { at: string; known: string };
});

export const measureActions = [showMeasures] as const;

import { useRead } from '../../../../platform/web/query.ts';
import { listAdvisers } from '../../../organisation/index.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import type { FigureBenefit } from './take-in.ts';

/** Advisers within reach; those of the offices of the chosen benefits first. */
export function useAdvisers(benefits: readonly FigureBenefit[]) {
  const me = useMe();
  const read = useRead(listAdvisers, {});
  const mine = new Set(me.districts.flatMap((district) => district.offices.map((office) => office.id)));
  const chosen = new Set(benefits.map((of) => of.office.id));
  const within = (read.data?.advisers ?? []).filter((adviser) => mine.has(adviser.officeId));
  return within.toSorted(
    (a, b) => Number(chosen.has(b.officeId)) - Number(chosen.has(a.officeId)) || a.name.localeCompare(b.name, 'nl'),
  );
}

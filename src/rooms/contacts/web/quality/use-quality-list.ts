import { useRead } from '../../../../platform/web/query.ts';
import { readTrail, writeTrail } from '../../../../platform/web/trail.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { isShown, type ShownNumber } from '../../../../ui/shown-number.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { showQuality } from '../../index.ts';
import { type Dates, datesAsked, findUnit } from './quality-unit.ts';

const pageSize = 50;

/** What the address of a list asks: unit, schemes, dates and the way through its pages; and the figures around it. */
export function useQualityList() {
  const me = useMe();
  const { get, getDate, href } = useUrlState();
  const dates: Dates = { at: getDate('at'), known: getDate('known') };
  const schemes = get('schemes') ?? undefined;
  const trail = readTrail(get('after'));
  const figures = useRead(showQuality, datesAsked(dates));
  const unit =
    figures.data && findUnit(figures.data.units, { level: get('level'), unit: get('unit'), reach: me.reach });
  const after = trail.at(-1);
  return {
    figures,
    unit,
    dates,
    schemes,
    asked:
      unit === undefined
        ? null
        : {
            level: unit.level,
            ...(unit.id === '' ? {} : { unitId: unit.id }),
            ...(schemes === undefined ? {} : { schemes }),
            ...datesAsked(dates),
            ...(after === undefined ? {} : { after }),
            limit: pageSize,
          },
    /** Where the page stands among `total`, of which `shown` are on it. */
    pagerOf: (of: { readonly shown: number; readonly total: ShownNumber; readonly next: string | null }) => {
      const start = trail.length * pageSize;
      return {
        from: of.shown === 0 ? 0 : start + 1,
        to: start + of.shown,
        total: isShown(of.total) ? of.total : undefined,
        previousHref: trail.length === 0 ? undefined : href({ after: writeTrail(trail.slice(0, -1)) }),
        nextHref: of.next === null ? undefined : href({ after: writeTrail([...trail, of.next]) }),
      };
    },
    isFirstPage: trail.length === 0,
  };
}

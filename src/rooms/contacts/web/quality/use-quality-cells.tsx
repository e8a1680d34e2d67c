import { isShown, type ShownNumber, useShownNumbers } from '../../../../ui/shown-number.ts';
import { NotApplicable, NumberLink, Withheld } from '../../../../ui/tables/cell.tsx';
import type { Column } from '../../../../ui/tables/column.ts';
import type { QualityList } from '../../index.ts';
import { medianText, shareText } from './quality-text.ts';
import { countOf, type Dates, type GroupFigures, type QualityUnit, qualityHref } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

/** One row of a table: a scheme, a district, an office, or all. */
export interface QualityLine {
  readonly key: string;
  readonly name: string;
  readonly figures: GroupFigures;
  readonly medianLagDays: ShownNumber | null;
  readonly unit: QualityUnit;
  readonly schemes: string | undefined;
}

/** Heads of the columns that open a list. */
export const shortHead = {
  'to-register': 'toRegister',
  'to-register-month': 'overMonth',
  late: 'late',
  duplicates: 'duplicates',
  outside: 'outside',
  held: 'held',
  valid: 'valid',
} as const satisfies Record<QualityList, string>;

/** Cells that the tables share; a number opens its list. */
export function useQualityCells(dates: Dates) {
  const words = useQualityWords();
  const { say } = words;
  const { number } = useShownNumbers();
  const list = (id: QualityList): Column<QualityLine> => ({
    id,
    head: say(shortHead[id]),
    numeric: true,
    cell: ({ figures, name, unit, schemes }) => {
      const count = countOf(id, figures);
      if (count === 0) return '0';
      if (!isShown(count)) return <Withheld />;
      return (
        <NumberLink
          href={qualityHref(unit, { list: id, schemes, dates })}
          label={say('listOf', { list: say(shortHead[id]), count: number(count), name })}
        >
          {number(count)}
        </NumberLink>
      );
    },
  });
  const shareColumn = (
    id: string,
    head: string,
    read: (of: GroupFigures) => { readonly part: ShownNumber; readonly whole: ShownNumber },
  ): Column<QualityLine> => ({
    id,
    head,
    numeric: true,
    notApplicable: ({ figures }) => read(figures).whole === 0,
    cell: ({ figures }) => {
      const of = read(figures);
      if (of.whole === 0) return <NotApplicable />;
      return isShown(of.part) && isShown(of.whole) ? <b>{shareText(of, words)}</b> : <Withheld />;
    },
  });
  const median: Column<QualityLine> = {
    id: 'median',
    head: say('medianHead'),
    numeric: true,
    notApplicable: ({ medianLagDays }) => medianLagDays === null,
    cell: ({ medianLagDays }) => medianText(medianLagDays, words) ?? <NotApplicable />,
  };
  return {
    list,
    share: shareColumn('share', say('share'), (of) => ({ part: of.timely, whole: of.held })),
    shareTwelveMonths: shareColumn('share12', say('share12'), (of) => ({
      part: of.timelyTwelveMonths,
      whole: of.heldTwelveMonths,
    })),
    median,
  };
}

import { Section } from '../../../../ui/frame/section.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../../ui/shown-number.ts';
import { Sub } from '../../../../ui/tables/cell.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import type { NormShown } from '../../index.ts';
import type { Coverage } from './answer.ts';
import { computeMean } from './norm-value.ts';
import { useUnitName } from './unit-name.ts';
import { useCoverageWords } from './words.ts';

/** Norms in another wording: figures on a line of their own, no states and no list to work from. */
export function Readings(props: { readonly readings: readonly NormShown[]; readonly data: Coverage }) {
  const { say, locale } = useCoverageWords();
  const { readings, data } = props;
  const unitName = useUnitName();
  const numbers = useShownNumbers();
  if (readings.length === 0) return null;
  const figureOf = (norm: NormShown) => data.of.norms[norm.id];
  const share = (pair: readonly [ShownNumber, ShownNumber] | undefined) =>
    pair === undefined ? null : (
      <div>
        {numbers.share(pair[0], pair[1])}
        {isShown(pair[0]) && isShown(pair[1]) && pair[1] >= 100 ? <Sub>{numbers.outOf(pair[0], pair[1])}</Sub> : null}
      </div>
    );
  const mean = (of: readonly [ShownNumber, ShownNumber, number] | undefined) => {
    const value = of === undefined ? null : computeMean(of[0], of[1], of[2]);
    return value === null ? null : numbers.number(value, { decimals: 2 });
  };
  return (
    <Section title={say('readings')} lead={say('readingsLead')}>
      <DataTable
        caption={say('readingsCaption', { unit: unitName(data.of) })}
        captionHidden
        narrow="to-list"
        align="top"
        rows={readings}
        rowKey={(norm) => norm.id}
        columns={[
          {
            id: 'reading',
            head: say('reading'),
            narrow: 'wide',
            cell: (norm) => (
              <div>
                {norm.title[locale]}
                <Sub>{norm.source}</Sub>
              </div>
            ),
          },
          {
            id: 'last12',
            head: say('last12'),
            numeric: true,
            notApplicable: (norm) => norm.kind === 'once',
            cell: (norm) => share(figureOf(norm)?.share_12m) ?? mean(figureOf(norm)?.mean_12m),
          },
          {
            id: 'year',
            head: say('thisYear'),
            numeric: true,
            cell: (norm) =>
              share(figureOf(norm)?.share_year ?? figureOf(norm)?.share_in_time) ?? mean(figureOf(norm)?.mean_year),
          },
          {
            id: 'population',
            head: say('population'),
            numeric: true,
            cell: (norm) => numbers.number(figureOf(norm)?.population ?? 0),
          },
        ]}
      />
    </Section>
  );
}

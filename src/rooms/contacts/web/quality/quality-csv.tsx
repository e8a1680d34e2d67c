import { isShown, type ShownNumber } from '../../../../ui/shown-number.ts';
import { CsvButton } from '../../../../ui/tables/csv-download.tsx';
import { qualityLists } from '../../index.ts';
import { countOf } from './quality-unit.ts';
import { type QualityLine, shortHead } from './use-quality-cells.tsx';
import { useQualityWords } from './words.ts';

/** The table as CSV: the numbers of the screen, shares as their parts. */
export function QualityCsv(props: {
  readonly name: string;
  readonly head: string;
  readonly lines: readonly QualityLine[];
}) {
  const { say } = useQualityWords();
  const told = (value: ShownNumber | '') => (value === '' || isShown(value) ? value : say('tooSmall'));
  return (
    <p className="ui-foot">
      <CsvButton
        fileName={`registration-quality-${props.name}.csv`}
        rows={() => [
          [
            props.head,
            ...qualityLists.map((list) => say(shortHead[list])),
            say('within5'),
            say('medianHead'),
            say('held12'),
            say('within5of12'),
          ],
          ...props.lines.map(({ name, figures, medianLagDays }) => [
            name,
            ...qualityLists.map((list) => told(countOf(list, figures))),
            told(figures.timely),
            told(medianLagDays ?? ''),
            told(figures.heldTwelveMonths),
            told(figures.timelyTwelveMonths),
          ]),
        ]}
      />
    </p>
  );
}

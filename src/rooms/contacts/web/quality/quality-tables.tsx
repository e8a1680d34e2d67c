import { ValueBar } from '../../../../ui/charts/value-bar.tsx';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { NotApplicable, NumberLink } from '../../../../ui/tables/cell.tsx';
import type { Column } from '../../../../ui/tables/column.ts';
import { CsvButton } from '../../../../ui/tables/csv-download.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { type QualityList, qualityLists } from '../../index.ts';
import { medianText, shareText, unitText } from './quality-text.ts';
import {
  countOf,
  type Dates,
  listParts,
  type Quality,
  type QualityFigures,
  type QualityUnit,
  qualityHref,
} from './quality-unit.ts';
import { useQualityWords } from './words.ts';

interface TableProps {
  readonly data: Quality;
  readonly unit: QualityUnit;
  readonly dates: Dates;
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly figures: QualityFigures;
  readonly unit: QualityUnit;
  readonly scheme?: string;
}

/** The figures of each scheme; numbers open the lists. */
export function SchemesSection(props: TableProps) {
  const { say, locale } = useQualityWords();
  const schemes = useSchemeWords();
  const cells = useCells(props.dates);
  const { data, unit } = props;
  const lines: readonly Line[] = unit.schemes.map(({ scheme, ...figures }) => ({
    key: scheme,
    name: schemes.label(scheme),
    figures,
    unit,
    scheme,
  }));
  const total: Line = { key: '', name: say('all'), figures: unit.all, unit };
  const columns: readonly Column<Line>[] = [
    { id: 'scheme', head: say('scheme'), cell: (line) => line.name },
    ...qualityLists.map((list) => cells.list(list)),
    cells.held,
    cells.share,
    cells.median,
  ];
  return (
    <Section
      title={say('perScheme')}
      lead={say('perSchemeLead', { from: formatDate(data.yearStart, locale), to: formatDate(data.at, locale) })}
    >
      <DataTable
        caption={say('perScheme')}
        captionHidden
        narrow="lines"
        rows={lines}
        rowKey={(line) => line.key}
        columns={columns}
        totals={Object.fromEntries(columns.map((column) => [column.id, column.cell(total)]))}
      />
      <Csv name="scheme" head={say('scheme')} lines={[...lines, total]} />
    </Section>
  );
}

/** The districts of the nation or the offices of a district, where most came late first. */
export function PartsSection(props: TableProps) {
  const words = useQualityWords();
  const { say } = words;
  const cells = useCells(props.dates);
  const { unit, dates } = props;
  const parts = listParts(props.data.units, unit);
  if (parts.length === 0) return null;
  const ofNation = unit.level === 'nation';
  const lines = parts.map((part) => ({ key: part.id, name: part.name, figures: part.all, unit: part }));
  const total: Line = { key: '', name: unitText(unit, words), figures: unit.all, unit };
  const head = say(ofNation ? 'districtHead' : 'officeHead');
  const scale = Math.max(1, ...lines.map((line) => countOf('late', line.figures)));
  const isWhole = lines.reduce((sum, line) => sum + line.figures.held, 0) === unit.all.held;
  const columns: readonly Column<Line>[] = [
    {
      id: 'name',
      head,
      cell: (line) => <TextLink href={qualityHref(line.unit, { dates })}>{line.name}</TextLink>,
    },
    {
      id: 'bar',
      head: say('lateBar'),
      width: '36%',
      narrow: 'wide',
      label: '',
      cell: (line) => <ValueBar value={countOf('late', line.figures)} scale={scale} colour="amber" />,
    },
    cells.list('to-register'),
    cells.list('late'),
    cells.share,
    cells.held,
  ];
  return (
    <Section
      title={say(ofNation ? 'perDistrict' : 'perOffice')}
      lead={`${say('partsLead')}${isWhole ? '' : ` ${say('partsReach')}`}`}
    >
      <DataTable
        caption={say(ofNation ? 'perDistrict' : 'perOffice')}
        captionHidden
        narrow="lines"
        align="middle"
        rows={lines}
        rowKey={(line) => line.key}
        columns={columns}
        totals={{
          ...Object.fromEntries(columns.map((column) => [column.id, column.cell(total)])),
          name: total.name,
          bar: undefined,
        }}
      />
      <Csv name={ofNation ? 'district' : 'office'} head={head} lines={[...lines, total]} />
    </Section>
  );
}

/** Cells that both tables show. */
function useCells(dates: Dates) {
  const words = useQualityWords();
  const { say, locale } = words;
  const number = (value: number) => formatNumber(value, locale);
  const list = (id: QualityList): Column<Line> => ({
    id,
    head: say(shortHead[id]),
    numeric: true,
    cell: ({ figures, name, unit, scheme }) => {
      const count = countOf(id, figures);
      if (count === 0) return '0';
      return (
        <NumberLink
          href={qualityHref(unit, { list: id, scheme, dates })}
          label={say('listOf', { list: say(shortHead[id]), count: number(count), name })}
        >
          {number(count)}
        </NumberLink>
      );
    },
  });
  const share: Column<Line> = {
    id: 'share',
    head: say('share'),
    numeric: true,
    notApplicable: ({ figures }) => figures.held === 0,
    cell: ({ figures }) =>
      figures.held === 0 ? <NotApplicable /> : shareText({ part: figures.timely, whole: figures.held }, locale),
  };
  const held: Column<Line> = {
    id: 'held',
    head: say('held'),
    numeric: true,
    cell: ({ figures }) => number(figures.held),
  };
  const median: Column<Line> = {
    id: 'median',
    head: say('medianHead'),
    numeric: true,
    notApplicable: ({ figures }) => figures.medianLagDays === null,
    cell: ({ figures }) => medianText(figures.medianLagDays, words) ?? <NotApplicable />,
  };
  return { list, share, held, median };
}

const shortHead = {
  'to-register': 'toRegister',
  late: 'late',
  duplicates: 'duplicates',
  outside: 'outside',
} as const satisfies Record<QualityList, string>;

/** The table as CSV: the numbers of the screen, shares as their parts. */
function Csv(props: { readonly name: string; readonly head: string; readonly lines: readonly Line[] }) {
  const { say } = useQualityWords();
  return (
    <p className="ui-foot">
      <CsvButton
        fileName={`registration-quality-${props.name}.csv`}
        rows={() => [
          [
            props.head,
            ...qualityLists.map((list) => say(shortHead[list])),
            say('held'),
            say('within5'),
            say('medianHead'),
          ],
          ...props.lines.map(({ name, figures }) => [
            name,
            ...qualityLists.map((list) => countOf(list, figures)),
            figures.held,
            figures.timely,
            figures.medianLagDays ?? '',
          ]),
        ]}
      />
    </p>
  );
}

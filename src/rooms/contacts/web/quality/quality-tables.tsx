import { HowCounted } from '../../../../ui/actions/disclosure.tsx';
import { ValueBar } from '../../../../ui/charts/value-bar.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { isShown, type ShownNumber } from '../../../../ui/shown-number.ts';
import type { Column } from '../../../../ui/tables/column.ts';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { QualityCsv } from './quality-csv.tsx';
import { asOfText, groupText, unitText } from './quality-text.ts';
import {
  type Dates,
  figuresOf,
  type Group,
  listParts,
  type Quality,
  type QualityUnit,
  qualityHref,
  schemesOf,
} from './quality-unit.ts';
import { type QualityLine, useQualityCells } from './use-quality-cells.tsx';
import { useQualityWords } from './words.ts';

interface TableProps {
  readonly data: Quality;
  readonly unit: QualityUnit;
  readonly dates: Dates;
}

/** The figures of each scheme; numbers open the lists. */
export function SchemesSection(props: TableProps) {
  const words = useQualityWords();
  const { say, locale } = words;
  const { label } = useSchemeWords();
  const cells = useQualityCells(props.dates);
  const { data, unit } = props;
  const lines: readonly QualityLine[] = unit.schemes.map(({ scheme, ...figures }) => ({
    key: scheme,
    name: label(scheme),
    figures,
    medianLagDays: figures.medianLagDays,
    unit,
    schemes: scheme,
  }));
  const total: QualityLine = {
    key: '',
    name: say('all'),
    figures: unit.all,
    medianLagDays: unit.all.medianLagDays,
    unit,
    schemes: undefined,
  };
  const columns: readonly Column<QualityLine>[] = [
    { id: 'scheme', head: say('scheme'), cell: (line) => line.name },
    cells.list('to-register'),
    cells.list('late'),
    cells.share,
    cells.shareTwelveMonths,
    cells.median,
    cells.list('duplicates'),
    cells.list('outside'),
    cells.list('held'),
    cells.list('valid'),
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
      <HowCounted
        about={say('perScheme')}
        counted={{
          definition: say('perScheme.definition'),
          numerator: say('timelyShort.definition'),
          denominator: say('held.definition'),
          asOf: asOfText(data, words),
          more: [
            { term: say('toRegister'), detail: say('toRegister.definition') },
            { term: say('share12'), detail: say('twelveMonths.definition') },
            { term: say('medianHead'), detail: say('median.definition') },
            { term: say('duplicates'), detail: say('duplicates.definition') },
            { term: say('outside'), detail: say('outside.definition') },
          ],
        }}
      />
      <QualityCsv name="scheme" head={say('scheme')} lines={[...lines, total]} />
    </Section>
  );
}

/** The districts of the nation or the offices of a district, where most is to register first. */
export function PartsSection(props: TableProps & { readonly group: Group }) {
  const words = useQualityWords();
  const { say } = words;
  const cells = useQualityCells(props.dates);
  const { unit, group, dates } = props;
  const schemes = schemesOf(group);
  const parts = listParts(props.data.units, unit, schemes);
  if (parts.length === 0) return null;
  const ofNation = unit.level === 'nation';
  const lineOf = (of: QualityUnit, name: string): QualityLine => ({
    key: of.id,
    name,
    figures: figuresOf(of, schemes),
    medianLagDays: null,
    unit: of,
    schemes,
  });
  const lines = parts.map((part) => lineOf(part.unit, part.unit.name));
  const total = { ...lineOf(unit, unitText(unit, words)), key: '' };
  const head = say(ofNation ? 'districtHead' : 'officeHead');
  const title = `${say(ofNation ? 'perDistrict' : 'perOffice')}, ${groupText(group, words)}`;
  const scale = Math.max(1, ...lines.map((line) => sizeOf(line.figures.toRegister)));
  const isWhole = lines.reduce((sum, line) => sum + sizeOf(line.figures.held), 0) === total.figures.held;
  const columns: readonly Column<QualityLine>[] = [
    {
      id: 'name',
      head,
      cell: (line) => <TextLink href={qualityHref(line.unit, { group, dates })}>{line.name}</TextLink>,
    },
    {
      id: 'bar',
      head: say('toRegister'),
      width: '30%',
      narrow: 'wide',
      label: '',
      cell: (line) => <ValueBar value={sizeOf(line.figures.toRegister)} scale={scale} colour="amber" />,
    },
    { ...cells.list('to-register'), head: say('contactsHead'), label: say('toRegister') },
    cells.list('late'),
    cells.share,
    { ...cells.list('held'), className: 'ui-quiet' },
  ];
  return (
    <Section title={title} lead={`${say('partsLead')}${isWhole ? '' : ` ${say('partsReach')}`}`}>
      <DataTable
        caption={title}
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
      <HowCounted
        about={title}
        counted={{
          definition: say('toRegister.definition'),
          numerator: say('timelyShort.definition'),
          denominator: say('held.definition'),
          asOf: asOfText(props.data, words),
        }}
      />
      <QualityCsv name={ofNation ? 'district' : 'office'} head={head} lines={[...lines, total]} />
    </Section>
  );
}

/** Of units within reach, of which nothing is withheld. */
function sizeOf(count: ShownNumber): number {
  return isShown(count) ? count : 0;
}

import { useState } from 'react';
import { problemOf, useReadMany } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatDate, formatPercent } from '../../../ui/format.ts';
import { DateField } from '../../../ui/forms/typed-field.tsx';
import { Section } from '../../../ui/frame/section.tsx';
import { FiltersBar } from '../../../ui/lists/filters-bar.tsx';
import { ErrorState } from '../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../ui/shown-number.ts';
import { Sub, Withheld } from '../../../ui/tables/cell.tsx';
import type { Column } from '../../../ui/tables/column.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { showDifference } from '../../coverage/index.ts';
import type { AgreementLine, Difference } from './agreement.ts';
import { ChangedPeople } from './changed-people.tsx';
import { reportedState } from './report-dates.ts';
import { useWords } from './words.ts';

interface Row {
  readonly line: AgreementLine;
  readonly found: Difference | undefined;
}

/** Figures at D as known at K1 against K2; a row opens the benefits that made its difference. */
export function Changes(props: { readonly lines: readonly AgreementLine[]; readonly today: string }) {
  const { say, locale } = useWords();
  const { get, set } = useUrlState();
  const preset = reportedState(props.today);
  const at = get('since') ?? preset.at;
  const before = get('reported') ?? preset.knownBefore;
  const [dates, setDates] = useState({ at, before });
  const lines = props.lines.filter((line) => line.difference !== null && line.year !== null);
  const reads = useReadMany(
    showDifference,
    lines.map((line) => ({
      norm: line.difference?.norm ?? '',
      measure: (line.difference?.measure ?? 'share_year') as 'share_year',
      at,
      knownBefore: before,
      known: props.today,
      limit: 200,
    })),
  );
  const failed = reads.find((read) => read.isError);
  const rows: Row[] = lines.map((line, i) => ({ line, found: reads[i]?.data }));
  const isLoading = reads.some((read) => read.isPending);
  const columns = useChangeColumns({ before, after: props.today });
  const open = get('agreement');
  return (
    <Section
      id="changes"
      title={say('changesTitle')}
      lead={say('changesLead', {
        at: formatDate(at, locale),
        before: formatDate(before, locale),
        after: formatDate(props.today, locale),
      })}
    >
      <FiltersBar label={say('changesTitle')} onApply={() => set({ since: dates.at, reported: dates.before })}>
        <DateField
          label={say('stand')}
          name="since"
          value={dates.at}
          onChange={(value) => setDates({ ...dates, at: value })}
        />
        <DateField
          label={say('before')}
          name="reported"
          value={dates.before}
          onChange={(value) => setDates({ ...dates, before: value })}
        />
      </FiltersBar>
      {failed ? (
        <ErrorState
          title={say('changesFailed')}
          code={problemOf(failed.error).code}
          onRetry={() => void failed.refetch()}
        >
          {problemOf(failed.error).title}
        </ErrorState>
      ) : (
        <DataTable
          caption={say('changesCaption', { at: formatDate(at, locale) })}
          captionHidden
          narrow="to-list"
          align="top"
          columns={columns}
          rows={isLoading ? [] : rows}
          loadingRows={isLoading ? lines.length : undefined}
          rowKey={(row) => row.line.id}
          opening={{
            open: new Set(open === null ? [] : [open]),
            onToggle: (id) => set({ agreement: open === id ? null : id }),
            canOpen: (row) => row.found !== undefined && row.found.count !== 0,
            detail: (row) => (row.found === undefined ? null : <ChangedPeople line={row.line} found={row.found} />),
          }}
        />
      )}
    </Section>
  );
}

function useChangeColumns(dates: { readonly before: string; readonly after: string }): readonly Column<Row>[] {
  const { say, locale } = useWords();
  const { number } = useShownNumbers();
  const value = (id: 'before' | 'after', date: string): Column<Row> => ({
    id,
    head: say('reportedOn', { date: formatDate(date, locale) }),
    numeric: true,
    cell: ({ line, found }) =>
      found === undefined ? null : <ChangedPair pair={found[id]} isMean={line.year?.kind === 'mean'} />,
  });
  return [
    {
      id: 'agreement',
      head: say('agreement'),
      cell: ({ line }) => `${line.id} ${line.text[locale]}`,
      rowHead: true,
      narrow: 'wide',
      width: '50%',
    },
    value('before', dates.before),
    value('after', dates.after),
    { id: 'lines', head: say('benefits'), numeric: true, cell: ({ found }) => number(found?.count ?? 0) },
  ];
}

/** A figure as known at a date with its two counts; withheld as a whole where one of them is. */
function ChangedPair(props: { readonly pair: Difference['before']; readonly isMean: boolean }) {
  const { locale } = useWords();
  const { number } = useShownNumbers();
  const { numerator, denominator } = props.pair;
  if (!isShown(numerator) || !isShown(denominator)) return <Withheld />;
  const value =
    denominator === 0
      ? '–'
      : props.isMean
        ? number((numerator / denominator) * 365, { decimals: 2 })
        : formatPercent(numerator / denominator, locale, { decimals: 1 });
  return (
    <div>
      {value}
      <Sub>
        {number(numerator)} / {number(denominator)}
      </Sub>
    </div>
  );
}

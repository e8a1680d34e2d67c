import type { RawInputOf } from '../../../platform/contract.ts';
import { problemOf } from '../../../platform/web/invoke.ts';
import { useReadMany } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatDate } from '../../../ui/format.ts';
import { TextLink } from '../../../ui/navigation.tsx';
import { ErrorState } from '../../../ui/notices/states.tsx';
import { useShownNumbers } from '../../../ui/shown-number.ts';
import type { Column } from '../../../ui/tables/column.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { showDifference } from '../../coverage/index.ts';
import type { AgreementLine, Difference } from './agreement.ts';
import { ChangedBy, ChangedPair } from './changed-pair.tsx';
import { ChangedPeople } from './changed-people.tsx';
import { useWords } from './words.ts';

/** Reference date, and the two days at whose ends the figure is known. */
export interface ChangeDates {
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

interface Row {
  readonly line: AgreementLine;
  readonly asked: RawInputOf<typeof showDifference>;
  readonly found: Difference | undefined;
}

/** What is asked for one agreement; null where no difference is made of it. */
function askedOf({ difference, year }: AgreementLine, dates: ChangeDates): Row['asked'] | null {
  if (difference === null || year === null) return null;
  const measure = difference.measure as Row['asked']['measure'];
  return { norm: difference.norm, measure, at: dates.at, knownBefore: dates.before, known: dates.after };
}

/** One row per agreement: the figure as known then and later; opened, the benefits that made the difference. */
export function ChangesTable(props: { readonly lines: readonly AgreementLine[]; readonly dates: ChangeDates }) {
  const { say, locale } = useWords();
  const { get, set } = useUrlState();
  const { lines, dates } = props;
  const compared = lines.flatMap((line) => {
    const asked = askedOf(line, dates);
    return asked === null ? [] : [{ line, asked }];
  });
  // The totals only: the people come when a row is opened, a page at a time.
  const reads = useReadMany(
    showDifference,
    compared.map(({ asked }) => ({ ...asked, limit: 0 })),
  );
  const failed = reads.find((read) => read.isError);
  const rows = compared.map((of, i): Row => ({ ...of, found: reads[i]?.data }));
  const isLoading = reads.some((read) => read.isPending);
  const columns = useChangeColumns(dates);
  const open = get('agreement');
  if (failed) {
    const problem = problemOf(failed.error);
    return (
      <ErrorState title={say('changesFailed')} code={problem.code} onRetry={() => void failed.refetch()}>
        {problem.title}
      </ErrorState>
    );
  }
  return (
    <DataTable
      caption={say('changesCaption', { at: formatDate(dates.at, locale) })}
      captionHidden
      narrow="to-list"
      align="top"
      columns={columns}
      rows={isLoading ? [] : rows}
      loadingRows={isLoading ? compared.length : undefined}
      rowKey={(row) => row.line.id}
      opening={{
        open: new Set(open === null ? [] : [open]),
        onToggle: (id) => set({ agreement: open === id ? null : id, changed: null }),
        canOpen: (row) => row.found !== undefined && row.found.count !== 0,
        detail: (row) => <ChangedPeople line={row.line} asked={row.asked} />,
      }}
    />
  );
}

function useChangeColumns(dates: ChangeDates): readonly Column<Row>[] {
  const { say, locale } = useWords();
  const { number } = useShownNumbers();
  const { get, href } = useUrlState();
  const value = (which: 'before' | 'after'): Column<Row> => ({
    id: which,
    head: say('reportedOn', { date: formatDate(dates[which], locale) }),
    numeric: true,
    cell: ({ found }) => (found === undefined ? null : <ChangedPair found={found} which={which} />),
  });
  return [
    {
      id: 'agreement',
      head: say('agreement'),
      cell: ({ line }) => `${line.id} ${say(`changed.${line.id as '4'}`)}`,
      rowHead: true,
      narrow: 'wide',
      width: '40%',
    },
    value('before'),
    value('after'),
    {
      id: 'moved',
      head: say('total'),
      numeric: true,
      cell: ({ found }) => (found === undefined ? null : <ChangedBy found={found} />),
    },
    {
      id: 'lines',
      head: say('benefits'),
      numeric: true,
      cell: ({ found, line }) => {
        const count = found?.count ?? 0;
        if (count === 0) return number(count);
        const isOpen = get('agreement') === line.id;
        return (
          <TextLink
            href={href({ agreement: isOpen ? null : line.id, changed: null })}
            aria-label={say('openCount', { count: number(count), agreement: line.id })}
          >
            {number(count)}
          </TextLink>
        );
      },
    },
  ];
}

import type { RawInputOf } from '../../../platform/contract.ts';
import { problemOf, useRead } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatNumber } from '../../../ui/format.ts';
import { TextLink } from '../../../ui/navigation.tsx';
import { ErrorState, LoadingBlock } from '../../../ui/notices/states.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../ui/shown-number.ts';
import type { Column } from '../../../ui/tables/column.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { Pager } from '../../../ui/tables/pager.tsx';
import { showDifference } from '../../coverage/index.ts';
import { useMe } from '../../organisation/web/me.tsx';
import type { AgreementLine, Difference } from './agreement.ts';
import { useWords } from './words.ts';

const pageSize = 50;
/** Between the starts of the pages in the address; no id holds it. */
const mark = '~';

/**
 * The benefits whose part in a figure changed, each with what was learned since, a page at a time. The rows of all pages and
 * those that the reader may not open add up to the difference below them.
 */
export function ChangedPeople(props: {
  readonly line: AgreementLine;
  readonly asked: RawInputOf<typeof showDifference>;
}) {
  const { say } = useWords();
  const { get, href } = useUrlState();
  const { number } = useShownNumbers();
  const columns = useColumns();
  const signed = useSigned();
  const trail = get('changed')?.split(mark).filter(Boolean) ?? [];
  const after = trail.at(-1);
  const read = useRead(showDifference, { ...props.asked, limit: pageSize, ...(after === undefined ? {} : { after }) });
  if (read.isError) {
    return (
      <ErrorState title={say('changesFailed')} code={read.error.code} onRetry={() => void read.refetch()}>
        {problemOf(read.error).title}
      </ErrorState>
    );
  }
  const { data, isPlaceholderData: isOfBefore } = read;
  if (data === undefined) return <LoadingBlock />;
  const moved = (from: ShownNumber, to: ShownNumber) =>
    isShown(from) && isShown(to) ? signed(to - from) : number('too_small');
  const start = trail.length * pageSize;
  const pageOf = (places: readonly string[]) => href({ changed: places.length === 0 ? null : places.join(mark) });
  const { before, after: later, count, closed, next } = data;
  return (
    <>
      <DataTable
        caption={say('linesCaption', { agreement: props.line.id })}
        narrow="lines"
        dense
        rows={isOfBefore ? [] : data.lines}
        loadingRows={isOfBefore ? data.lines.length : undefined}
        rowKey={(row) => row.benefitId}
        totals={{
          what: say('total'),
          numerator: moved(before.numerator, later.numerator),
          denominator: moved(before.denominator, later.denominator),
        }}
        columns={columns}
      />
      {next === null && trail.length === 0 ? null : (
        <Pager
          from={start + 1}
          to={start + data.lines.length}
          total={isShown(count) && isShown(closed) ? count - closed : undefined}
          previousHref={trail.length === 0 ? undefined : pageOf(trail.slice(0, -1))}
          nextHref={isOfBefore ? pageOf(trail) : next === null ? undefined : pageOf([...trail, next])}
        />
      )}
      {isShown(closed) && closed > 0 ? <p className="ui-quiet">{say('elsewhere', { count: closed })}</p> : null}
    </>
  );
}

function useSigned(): (change: number) => string {
  const { locale } = useWords();
  return (change) => (change > 0 ? '+' : change < 0 ? '−' : '') + formatNumber(Math.abs(change), locale);
}

function useColumns(): readonly Column<Difference['lines'][number]>[] {
  const { say, locale } = useWords();
  const me = useMe();
  const signed = useSigned();
  const opens = me.pages.includes('clients');
  return [
    {
      id: 'client',
      head: say('client'),
      rowHead: true,
      cell: (row) =>
        opens ? <TextLink href={`/clients/${row.clientId}`}>{row.name ?? row.clientId}</TextLink> : row.clientId,
    },
    { id: 'office', head: say('office'), cell: (row) => row.office.name },
    {
      id: 'what',
      head: say('what'),
      cell: (row) => row.reasons.map((reason) => reason.sentence[locale]).join('; '),
      narrow: 'wide',
    },
    {
      id: 'numerator',
      head: say('numerator'),
      numeric: true,
      cell: (row) => signed(row.after.numerator - row.before.numerator),
    },
    {
      id: 'denominator',
      head: say('denominator'),
      numeric: true,
      cell: (row) => signed(row.after.denominator - row.before.denominator),
    },
  ];
}

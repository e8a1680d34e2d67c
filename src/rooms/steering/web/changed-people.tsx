import type { RawInputOf } from '../../../platform/contract.ts';
import { problemOf } from '../../../platform/web/invoke.ts';
import { useRead } from '../../../platform/web/query.ts';
import { readTrail, writeTrail } from '../../../platform/web/trail.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { capitalised, formatDate, formatNumber } from '../../../ui/format.ts';
import { TextLink } from '../../../ui/navigation.tsx';
import { ErrorState, LoadingBlock } from '../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../ui/shown-number.ts';
import type { Column, RowGroup } from '../../../ui/tables/column.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { Pager } from '../../../ui/tables/pager.tsx';
import { showDifference } from '../../coverage/index.ts';
import { useMe } from '../../organisation/web/me.tsx';
import { clientHref } from '../../registry/web/client-href.ts';
import type { AgreementLine, Difference } from './agreement.ts';
import { closedPart, groupLines } from './changed-groups.ts';
import { formatChanged, shownPair } from './changed-value.ts';
import { useWords } from './words.ts';

const pageSize = 50;

type Line = Difference['lines'][number];

/**
 * The benefits whose part in a figure changed, under the reason that moved them, a page at a time. The sums of the reasons
 * and of those that the reader may not open add up to the difference below them, on every page.
 */
export function ChangedPeople(props: {
  readonly line: AgreementLine;
  readonly asked: RawInputOf<typeof showDifference>;
}) {
  const { say } = useWords();
  const { get, href } = useUrlState();
  const trail = readTrail(get('changed'));
  const after = trail.at(-1);
  const input = { ...props.asked, limit: pageSize, ...(after === undefined ? {} : { after }) };
  const read = useRead(showDifference, input, { paging: ['after'] });
  const columns = useColumns(read.data);
  const start = trail.length * pageSize;
  const groups = useGroups(read.data, start);
  const totals = useTotals(read.data);
  const caption = useCaption(props.line, read.data);
  if (read.isError) {
    return (
      <ErrorState title={say('changesFailed')} code={read.error.code} onRetry={() => void read.refetch()}>
        {problemOf(read.error).title}
      </ErrorState>
    );
  }
  const { data, isPlaceholderData: isOfBefore } = read;
  if (data === undefined) return <LoadingBlock />;
  const pageOf = (places: readonly string[]) => href({ changed: writeTrail(places) });
  const { count, closed, next } = data;
  return (
    <>
      <DataTable
        caption={caption}
        narrow="lines"
        dense
        groups={isOfBefore ? [] : groups}
        loadingRows={isOfBefore ? data.lines.length : undefined}
        rowKey={(row) => row.benefitId}
        totals={totals}
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
      {isShown(closed) && closed > 0 && closedPart(data) === null ? (
        <p className="ui-quiet">
          {say('elsewhere')}: {closed}
        </p>
      ) : null}
    </>
  );
}

function useCaption(line: AgreementLine, data: Difference | undefined): string {
  const { say, locale } = useWords();
  const [before, after] = [shownPair(data?.before ?? nothing), shownPair(data?.after ?? nothing)];
  const agreement = line.id;
  if (data === undefined || before === null || after === null) return say('linesCaptionWithheld', { agreement });
  const { windowDays } = data;
  return say('linesCaption', {
    agreement,
    before: formatChanged({ ...before, windowDays }, locale),
    after: formatChanged({ ...after, windowDays }, locale),
  });
}

const nothing = { numerator: 0, denominator: 0 } as const;

/** The groups with their sums; those that may not be opened are one more, without lines. */
function useGroups(data: Difference | undefined, start: number): readonly RowGroup<Line>[] {
  const { say, locale } = useWords();
  const signed = useSigned();
  if (data === undefined) return [];
  const sums = (of: { readonly numerator: number; readonly denominator: number }) => ({
    numerator: signed(of.numerator),
    denominator: signed(of.denominator),
  });
  const counted = (count: number) => say('group.count', { count, number: formatNumber(count, locale) });
  const closed = closedPart(data);
  return [
    ...groupLines(data, start).map(({ group, where, lines }) => ({
      id: group.code,
      head: group.title[locale],
      note: say(`group.${where}`, { count: counted(group.count) }),
      sums: sums(group),
      rows: lines,
    })),
    ...(closed === null
      ? []
      : [
          {
            id: 'closed',
            head: say('elsewhere'),
            note: isShown(closed.count) ? counted(closed.count) : undefined,
            sums: sums(closed),
            rows: [],
          },
        ]),
  ];
}

function useTotals(data: Difference | undefined) {
  const { say } = useWords();
  const { number } = useShownNumbers();
  const signed = useSigned();
  const moved = (which: 'numerator' | 'denominator') => {
    const [from, to] = [data?.before[which] ?? 0, data?.after[which] ?? 0];
    return isShown(from) && isShown(to) ? signed(to - from) : number('too_small');
  };
  return { client: say('total'), numerator: moved('numerator'), denominator: moved('denominator') };
}

function useSigned(): (change: number) => string {
  const { locale } = useWords();
  return (change) => formatNumber(change, locale, { signed: true });
}

function useColumns(data: Difference | undefined): readonly Column<Line>[] {
  const { say, locale } = useWords();
  const me = useMe();
  const { href } = useUrlState();
  const signed = useSigned();
  const opens = me.pages.includes('clients');
  return [
    {
      id: 'client',
      head: say('client'),
      rowHead: true,
      cell: (row) =>
        opens ? (
          <TextLink href={clientHref(row.clientId, `/agreements${href({})}`)}>{row.name ?? row.clientId}</TextLink>
        ) : (
          row.clientId
        ),
    },
    { id: 'office', head: say('office'), cell: (row) => row.office.name },
    {
      id: 'what',
      head: say('what'),
      cell: (row) => capitalised(row.reasons.map((reason) => reason.sentence[locale]).join('; ')),
      narrow: 'wide',
    },
    {
      id: 'known',
      head: say('knownSince'),
      narrow: 'labelled',
      notApplicable: (row) => knownOf(row) === null,
      cell: (row) => {
        const known = knownOf(row);
        return known === null ? null : formatDate(known, locale);
      },
    },
    {
      id: 'numerator',
      head: say('numerator'),
      numeric: true,
      cell: (row) => signed(row.after.numerator - row.before.numerator),
    },
    {
      id: 'denominator',
      head: say(data === undefined || data.windowDays === null ? 'denominator' : 'denominatorDays'),
      numeric: true,
      cell: (row) => signed(row.after.denominator - row.before.denominator),
    },
  ];
}

/** Since when the reason is known that the line stands under. */
function knownOf(row: Line): string | null {
  return row.reasons[0]?.knownOn ?? null;
}

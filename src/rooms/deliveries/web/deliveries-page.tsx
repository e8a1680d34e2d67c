import type { OutputOf } from '../../../platform/contract.ts';
import { useRead } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { ActionLink, Actions } from '../../../ui/actions/action-link.tsx';
import { formatMoment, formatNumber } from '../../../ui/format.ts';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { TextLink } from '../../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../ui/notices/states.tsx';
import { NumberLink } from '../../../ui/tables/cell.tsx';
import type { Column } from '../../../ui/tables/column.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { listDeliveries } from '../index.ts';
import { useDeliveryWords } from './words.ts';

type Listed = OutputOf<typeof listDeliveries>['deliveries'][number];

/** The deliveries that were imported, the latest first, with what came of their rows. */
export function DeliveriesPage() {
  const { say, show } = useDeliveryWords();
  const { get, href } = useUrlState();
  const before = Number(get('before')) || undefined;
  const read = useRead(listDeliveries, before === undefined ? {} : { before });
  const columns = useColumns();
  const rows = read.data?.deliveries;
  const last = rows?.at(-1);
  return (
    <>
      <PageHead
        title={say('title')}
        lead={rows?.[0] && before === undefined && !read.isError ? <Lead latest={rows[0]} /> : undefined}
        reasons={<p>{say('kept')}</p>}
      />
      {read.isError ? (
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title || say('failedText')}
        </ErrorState>
      ) : rows && rows.length === 0 && before === undefined ? (
        <EmptyState title={say('emptyTitle')}>
          {show('emptyText', { command: <code key="command">bin/sluitend import</code> })}{' '}
          {show('emptyFormat', {
            document: (
              <TextLink key="document" href="/docs/exchange-format.md" target="_blank" rel="noopener">
                {say('formatDocument')}
              </TextLink>
            ),
          })}
        </EmptyState>
      ) : rows && rows.length === 0 ? (
        <EmptyState
          title={say('noOlder')}
          actions={<ActionLink href={href({ before: null })}>{say('newest')}</ActionLink>}
        />
      ) : (
        <>
          <DataTable
            caption={say('caption')}
            captionHidden
            narrow="to-list"
            rows={rows ?? []}
            loadingRows={rows ? undefined : 6}
            rowKey={(row) => String(row.deliveryId)}
            columns={columns}
          />
          {rows ? null : <LoadingSentence>{say('loading')}</LoadingSentence>}
          <Actions>
            {before === undefined ? null : (
              <ActionLink slim href={href({ before: null })}>
                {say('newest')}
              </ActionLink>
            )}
            {read.data?.more && last ? (
              <ActionLink slim href={href({ before: String(last.deliveryId) })}>
                {say('older')}
              </ActionLink>
            ) : null}
          </Actions>
        </>
      )}
    </>
  );
}

function Lead({ latest }: { readonly latest: Listed }) {
  const { say, locale } = useDeliveryWords();
  const moment = formatMoment(latest.deliveredAt, locale);
  if (latest.refused + latest.warned === 0) return <p>{say('leadClean', { moment })}</p>;
  return (
    <p>
      {say('lead', {
        moment,
        refused: latest.refused,
        refusedText: formatNumber(latest.refused, locale),
        warned: latest.warned,
        warnedText: formatNumber(latest.warned, locale),
      })}
    </p>
  );
}

function useColumns(): readonly Column<Listed>[] {
  const { say, locale } = useDeliveryWords();
  const number = (id: 'accepted' | 'unchanged' | 'withdrawn' | 'notes'): Column<Listed> => ({
    id,
    head: say(id),
    numeric: true,
    cell: (row) => formatNumber(row[id], locale),
  });
  const linked = (id: 'refused' | 'warned'): Column<Listed> => ({
    id,
    head: say(id),
    numeric: true,
    cell: (row) =>
      row[id] === 0 ? (
        '0'
      ) : (
        <NumberLink
          href={`/deliveries/${row.deliveryId}?verdict=${id}#rows`}
          label={`${say('deliveryNamed', { id: row.deliveryId })}, ${say(id)}: ${formatNumber(row[id], locale)}`}
        >
          {formatNumber(row[id], locale)}
        </NumberLink>
      ),
  });
  return [
    {
      id: 'delivery',
      head: say('delivery'),
      cell: (row) => (
        <TextLink href={`/deliveries/${row.deliveryId}`}>{say('deliveryNamed', { id: row.deliveryId })}</TextLink>
      ),
    },
    { id: 'source', head: say('source'), cell: (row) => row.source },
    { id: 'moment', head: say('moment'), cell: (row) => formatMoment(row.deliveredAt, locale) },
    {
      id: 'kind',
      head: say('kind'),
      cell: (row) => say(row.kind === 'full' ? 'kind.full' : 'kind.incremental'),
    },
    number('accepted'),
    number('unchanged'),
    number('withdrawn'),
    linked('refused'),
    linked('warned'),
    number('notes'),
  ];
}

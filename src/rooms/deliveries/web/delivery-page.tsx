import { useParams } from 'react-router';
import { useRead } from '../../../platform/web/query.ts';
import { formatMoment, formatNumber } from '../../../ui/format.ts';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { Section } from '../../../ui/frame/section.tsx';
import { TextLink } from '../../../ui/navigation.tsx';
import { ErrorState, LoadingBlock } from '../../../ui/notices/states.tsx';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { showDelivery } from '../index.ts';
import type { Delivery } from './delivery.ts';
import { FilesSection } from './files-section.tsx';
import { RowsSection } from './rows-section.tsx';
import { type DeliveryWords, useDeliveryWords } from './words.ts';

const shownKeys = 8;

/** One delivery: what came of its rows, per file; what stood out; for the data steward the rows themselves. */
export function DeliveryPage() {
  const words = useDeliveryWords();
  const { say } = words;
  const { deliveryId = '' } = useParams();
  const id = Number(deliveryId);
  const read = useRead(showDelivery, { deliveryId: Number.isInteger(id) && id > 0 ? id : 0 });
  const { data } = read;
  return (
    <>
      <PageHead
        title={say('titleOne', { id: deliveryId })}
        crumb={<TextLink href="/deliveries">{say('title')}</TextLink>}
        lead={data && !read.isError ? <Lead delivery={data} /> : undefined}
        basis={data && !read.isError ? basisOf(data, words) : undefined}
      />
      {read.isError ? (
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title || say('failedText')}
        </ErrorState>
      ) : data === undefined ? (
        <LoadingBlock lines={6}>{say('loading')}</LoadingBlock>
      ) : (
        <>
          <FilesSection delivery={data} />
          <NotesSection delivery={data} />
          <Section id="rows" title={say('rowsTitle')} lead={say(data.opensRows ? 'rowsLead' : 'closedRows')}>
            {data.opensRows ? <RowsSection delivery={data} /> : null}
          </Section>
        </>
      )}
    </>
  );
}

function basisOf(delivery: Delivery, { say, locale }: DeliveryWords): readonly string[] {
  return [
    `${say('deliveredAt', { moment: formatMoment(delivery.deliveredAt, locale) })}, ${say('fromSource', { source: delivery.source })}`,
    say('importedAt', { moment: formatMoment(delivery.importedAt, locale), name: delivery.importedBy }),
    say(delivery.kind === 'full' ? 'about.full' : 'about.incremental'),
    say(delivery.endDates === 'inclusive' ? 'ends.inclusive' : 'ends.exclusive'),
    delivery.encoding,
  ];
}

function Lead({ delivery }: { readonly delivery: Delivery }) {
  const { say, locale } = useDeliveryWords();
  const sum = (of: 'accepted' | 'refused' | 'warned') => delivery.files.reduce((all, file) => all + file[of], 0);
  const [accepted, refused, warned] = [sum('accepted'), sum('refused'), sum('warned')];
  return (
    <p>
      {say('oneLead', {
        accepted,
        acceptedText: formatNumber(accepted, locale),
        refused,
        refusedText: formatNumber(refused, locale),
        warned,
        warnedText: formatNumber(warned, locale),
      })}
    </p>
  );
}

/** What stood out about a file as a whole, with the keys it is about. */
function NotesSection({ delivery }: { readonly delivery: Delivery }) {
  const { say, locale } = useDeliveryWords();
  return (
    <Section title={say('notesTitle')}>
      {delivery.notes.length === 0 ? (
        <p className="ui-quiet">{say('noNotes')}</p>
      ) : (
        <DataTable
          caption={say('notesTitle')}
          captionHidden
          narrow="lines"
          align="top"
          rows={delivery.notes}
          rowKey={(note) => `${note.file} ${note.code}`}
          columns={[
            { id: 'file', head: say('file'), cell: (note) => note.file },
            { id: 'note', head: say('note'), narrow: 'wide', cell: (note) => note.message },
            { id: 'count', head: say('count'), numeric: true, cell: (note) => formatNumber(note.count, locale) },
            {
              id: 'keys',
              head: say('keys'),
              narrow: 'labelled',
              notApplicable: (note) => note.keys.length === 0,
              cell: (note) => {
                const rest = note.keys.length - shownKeys;
                const more = rest > 0 ? [say('moreKeys', { count: formatNumber(rest, locale) })] : [];
                return [...note.keys.slice(0, shownKeys), ...more].join(', ');
              },
            },
          ]}
        />
      )}
    </Section>
  );
}

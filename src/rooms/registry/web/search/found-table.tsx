import type { OutputOf } from '../../../../platform/contract.ts';
import { formatDate } from '../../../../ui/format.ts';
import { Tag } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { Sub } from '../../../../ui/tables/cell.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import type { findClients } from '../../index.ts';
import { useSchemeWords } from '../dossier/scheme-words.ts';
import { useSearchWords } from './words.ts';

type FoundClient = OutputOf<typeof findClients>['clients'][number];

/** The clients that were found; undefined while they are fetched. */
export function FoundTable(props: { readonly clients: readonly FoundClient[] | undefined }) {
  const { say, locale } = useSearchWords();
  const schemes = useSchemeWords();
  return (
    <DataTable
      caption={say('caption')}
      captionHidden
      narrow="lines"
      align="top"
      rows={props.clients ?? []}
      loadingRows={props.clients ? undefined : 4}
      rowKey={(client) => client.clientId}
      columns={[
        {
          id: 'client',
          head: say('client'),
          cell: (client) => (
            <>
              <TextLink href={`/clients/${encodeURIComponent(client.clientId)}`}>
                {client.name || client.clientId}
              </TextLink>{' '}
              {client.protected ? <Tag>{say('protected')}</Tag> : null}
            </>
          ),
        },
        { id: 'birth', head: say('birthDate'), narrow: 'bare', cell: (client) => formatDate(client.birthDate, locale) },
        {
          id: 'schemes',
          head: say('schemes'),
          narrow: 'bare',
          cell: (client) => (
            <div>
              {client.schemes.map(schemes.label).join(', ') || <span className="ui-quiet">{say('noBenefit')}</span>}
              {client.schemes.length > 0 && !client.hasOpenBenefit ? <Sub>{say('ended')}</Sub> : null}
            </div>
          ),
        },
        { id: 'offices', head: say('offices'), narrow: 'wide', cell: (client) => client.offices.join(', ') },
        {
          id: 'id',
          head: say('clientId'),
          narrow: 'labelled',
          cell: (client) => <span className="ui-quiet">{client.clientId}</span>,
        },
      ]}
    />
  );
}

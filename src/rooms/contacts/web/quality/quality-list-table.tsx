import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../platform/contract.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatDate, formatNumber, formatTime } from '../../../../ui/format.ts';
import { Tag } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { NotApplicable, Sub } from '../../../../ui/tables/cell.tsx';
import { CsvButton } from '../../../../ui/tables/csv-download.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { clientHref } from '../../../registry/web/client-href.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import type { listQuality, QualityList } from '../../index.ts';
import { useContactWords } from '../register/words.ts';
import { useQualityWords } from './words.ts';

type ListedContact = OutputOf<typeof listQuality>['contacts'][number];

/** One line per contact; names and a link to the client for who works with clients, ids and offices for others. */
export function QualityListTable(props: {
  readonly list: QualityList;
  readonly caption: string;
  /** Undefined while they are fetched. */
  readonly contacts: readonly ListedContact[] | undefined;
  /** Stands under the table. */
  readonly pager: ReactNode;
}) {
  const { say, locale } = useQualityWords();
  const contact = useContactWords();
  const schemes = useSchemeWords();
  const me = useMe();
  const { href } = useUrlState();
  const opensClients = me.pages.includes('clients');
  const daysHead = say(props.list.startsWith('to-register') ? 'daysSince' : 'daysLater');
  const kindOf = (row: ListedContact) => contact.say(`kind.${row.kind as 'intake'}`);
  const channelOf = (row: ListedContact) => contact.say(`channel.${row.channel as 'office'}`).toLocaleLowerCase();
  const outcomeOf = (row: ListedContact) => contact.say(`outcome.${row.outcome as 'held'}`);
  return (
    <>
      <DataTable
        caption={props.caption}
        captionHidden
        narrow="lines"
        align="top"
        rows={props.contacts ?? []}
        loadingRows={props.contacts ? undefined : 8}
        rowKey={(row) => row.contactId}
        columns={[
          {
            id: 'client',
            head: say('client'),
            cell: (row) => (
              <div>
                {opensClients ? (
                  <TextLink href={clientHref(row.clientId, `/registration/${props.list}${href({})}`)}>
                    {row.name ?? row.clientId}
                  </TextLink>
                ) : (
                  row.clientId
                )}{' '}
                {row.protected ? <Tag>{say('protected')}</Tag> : null}
                <Sub>{schemes.label(row.scheme)}</Sub>
              </div>
            ),
          },
          {
            id: 'when',
            head: say('when'),
            narrow: 'bare',
            cell: (row) => (
              <div>
                {formatDate(row.date, locale)}
                <Sub>{formatTime(row.time, locale)}</Sub>
              </div>
            ),
          },
          {
            id: 'what',
            head: say('what'),
            narrow: 'bare',
            cell: (row) => (
              <div>
                {kindOf(row)}, {channelOf(row)}
                <Sub>
                  {row.minutes === null
                    ? outcomeOf(row)
                    : `${outcomeOf(row)}, ${say('minutes', { minutes: row.minutes })}`}
                </Sub>
              </div>
            ),
          },
          { id: 'office', head: say('officeHead'), narrow: 'wide', cell: (row) => row.office.name },
          { id: 'adviser', head: say('adviser'), narrow: 'wide', cell: (row) => row.adviserName ?? row.adviserId },
          {
            id: 'days',
            head: daysHead,
            numeric: true,
            notApplicable: (row) => row.lagDays === null,
            cell: (row) => (row.lagDays === null ? <NotApplicable /> : formatNumber(row.lagDays, locale)),
          },
        ]}
      />
      {props.pager}
      <p className="ui-foot">
        <CsvButton
          fileName={`registration-${props.list}.csv`}
          rows={() => [
            [
              say('clientId'),
              ...(me.seesNames ? [say('name')] : []),
              say('contactId'),
              say('scheme'),
              say('officeHead'),
              say('adviser'),
              say('date'),
              say('time'),
              say('what'),
              say('channel'),
              daysHead,
            ],
            ...(props.contacts ?? []).map((row) => [
              row.clientId,
              ...(me.seesNames ? [row.name ?? ''] : []),
              row.contactId,
              schemes.label(row.scheme),
              row.office.name,
              row.adviserName ?? row.adviserId,
              row.date,
              row.time,
              kindOf(row),
              channelOf(row),
              row.lagDays ?? '',
            ]),
          ]}
        />
      </p>
    </>
  );
}

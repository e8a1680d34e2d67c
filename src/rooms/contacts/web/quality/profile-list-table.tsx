import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../platform/contract.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatDate } from '../../../../ui/format.ts';
import { Tag } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { Sub } from '../../../../ui/tables/cell.tsx';
import { CsvButton } from '../../../../ui/tables/csv-download.tsx';
import { DataTable } from '../../../../ui/tables/data-table.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import type { ProfilePart } from '../../../registry/index.ts';
import { clientHref } from '../../../registry/web/client-href.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import type { listProfiles } from '../../index.ts';
import { useQualityWords } from './words.ts';

type Listed = OutputOf<typeof listProfiles>['benefits'][number];

/** One line per benefit; names and a link to the client for who works with clients, ids and offices for others. */
export function ProfileListTable(props: {
  readonly part: ProfilePart;
  readonly caption: string;
  /** Reference date; with the benefits undefined while they are fetched. */
  readonly at: string | undefined;
  readonly benefits: readonly Listed[] | undefined;
  /** Stands under the table. */
  readonly pager: ReactNode;
}) {
  const { say, locale } = useQualityWords();
  const { label } = useSchemeWords();
  const me = useMe();
  const { href } = useUrlState();
  const opensClients = me.pages.includes('clients');
  const { at = '' } = props;
  const standingOf = (row: Listed): string => {
    if (row.assessedOn === null) return say('profile.none');
    if (row.validUntil === null) return say('noEnd');
    return say(row.validUntil <= at ? 'expiredOn' : 'validUntil', { date: formatDate(row.validUntil, locale) });
  };
  const adviserOf = (row: Listed) => row.adviserName ?? row.adviserId ?? say('noAdviser');
  return (
    <>
      <DataTable
        caption={props.caption}
        captionHidden
        narrow="lines"
        align="top"
        rows={props.benefits ?? []}
        loadingRows={props.benefits ? undefined : 8}
        rowKey={(row) => row.benefitId}
        columns={[
          {
            id: 'client',
            head: say('client'),
            cell: (row) => (
              <div>
                {opensClients ? (
                  <TextLink href={clientHref(row.clientId, `/registration/profiles/${props.part}${href({})}`)}>
                    {row.name ?? row.clientId}
                  </TextLink>
                ) : (
                  row.clientId
                )}{' '}
                {row.protected ? <Tag>{say('protected')}</Tag> : null}
                <Sub>{label(row.scheme)}</Sub>
              </div>
            ),
          },
          {
            id: 'profile',
            head: say('profile'),
            narrow: 'bare',
            cell: (row) => (
              <div>
                {standingOf(row)}
                {row.assessedOn === null ? null : (
                  <Sub>{say('assessedOn', { date: formatDate(row.assessedOn, locale) })}</Sub>
                )}
              </div>
            ),
          },
          { id: 'since', head: say('benefitSince'), cell: (row) => formatDate(row.startDate, locale) },
          { id: 'office', head: say('officeHead'), narrow: 'wide', cell: (row) => row.office.name },
          { id: 'adviser', head: say('adviser'), narrow: 'wide', cell: adviserOf },
        ]}
      />
      {props.pager}
      <p className="ui-foot">
        <CsvButton
          fileName={`client-profiles-${props.part}.csv`}
          rows={() => [
            [
              say('clientId'),
              ...(me.seesNames ? [say('name')] : []),
              say('benefitId'),
              say('scheme'),
              say('officeHead'),
              say('adviser'),
              say('benefitSince'),
              say('assessed'),
              say('validUntilHead'),
            ],
            ...(props.benefits ?? []).map((row) => [
              row.clientId,
              ...(me.seesNames ? [row.name ?? ''] : []),
              row.benefitId,
              label(row.scheme),
              row.office.name,
              adviserOf(row),
              row.startDate,
              row.assessedOn ?? '',
              row.validUntil ?? '',
            ]),
          ]}
        />
      </p>
    </>
  );
}

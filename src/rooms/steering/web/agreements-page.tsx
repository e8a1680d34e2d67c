import { useRead } from '../../../platform/web/query.ts';
import { useDates } from '../../../platform/web/url-state.ts';
import { formatDate } from '../../../ui/format.ts';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { TextLink } from '../../../ui/navigation.tsx';
import { ErrorState } from '../../../ui/notices/states.tsx';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { useMe } from '../../organisation/web/me.tsx';
import { agreedYear, isOfAgreedYear } from '../agreement.ts';
import { showAgreements } from '../contract.ts';
import { useColumns } from './agreement-columns.tsx';
import { AgreementsLead, AgreementsReasons, OtherYearLead, ToAgreedYear } from './agreements-lead.tsx';
import { Changes } from './changes.tsx';
import { useWords } from './words.ts';

const groups = ['budget', 'ww', 'scale_up', 'effect', 'wia_wajong'] as const;

/** One line per sentence of the agreements, in the seeds' own order; below it what changed since the last report. */
export function AgreementsPage() {
  const { say, show, locale } = useWords();
  const me = useMe();
  const { at, known } = useDates(me.today);
  const read = useRead(showAgreements, { at, ...(known === undefined ? {} : { known }) });
  const columns = useColumns(read.data);
  const year = String(agreedYear);
  if (read.isError) {
    return (
      <>
        <PageHead title={say('title', { year })} />
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title}
        </ErrorState>
      </>
    );
  }
  const lines = read.data?.agreements;
  const isAgreed = isOfAgreedYear(at);
  return (
    <>
      <PageHead
        title={say('title', { year })}
        lead={!isAgreed ? <OtherYearLead at={at} /> : lines ? <AgreementsLead lines={lines} /> : undefined}
        reasons={!isAgreed ? <ToAgreedYear /> : lines ? <AgreementsReasons lines={lines} /> : undefined}
        basis={[
          <span key="at">
            {show('basisAt', { date: formatDate(at, locale) })},{' '}
            {show('basisKnown', { date: formatDate(known ?? at, locale) })}
          </span>,
          show('basisOrder'),
          <TextLink key="changes" href="#changes">
            {say('toChanges')}
          </TextLink>,
        ]}
      />
      <DataTable
        caption={say('caption', { year })}
        captionHidden
        narrow="to-list"
        fixed
        align="top"
        columns={columns}
        rowKey={(line) => line.id}
        loadingRows={lines ? undefined : 12}
        groups={(lines ? groups : []).map((group) => ({
          id: group,
          head: say(`group.${group}`),
          rows: (lines ?? []).filter((line) => line.group === group),
        }))}
      />
      {lines ? <Changes lines={lines} known={known ?? me.today} /> : null}
    </>
  );
}

import { useRead } from '../../../platform/web/query.ts';
import { useDates } from '../../../platform/web/url-state.ts';
import { formatDate } from '../../../ui/format.ts';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { TextLink } from '../../../ui/navigation.tsx';
import { ErrorState } from '../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../ui/shown-number.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { useMe } from '../../organisation/web/me.tsx';
import { showAgreements } from '../contract.ts';
import type { AgreementLine } from './agreement.ts';
import { useColumns } from './agreement-columns.tsx';
import { Changes } from './changes.tsx';
import { useWords } from './words.ts';

const groups = ['budget', 'ww', 'scale_up', 'effect', 'wia_wajong'] as const;
/** Lines with a verdict, and which of their figures gives it. */
const judged = ['2', '4', '8a', '8b', '9', '12'] as const;

/** One line per sentence of the agreements, in the seeds' own order; below it what changed since the last report. */
export function AgreementsPage() {
  const { say, show, locale } = useWords();
  const { number } = useShownNumbers();
  const me = useMe();
  const { at, known } = useDates(me.today);
  const read = useRead(showAgreements, { at, ...(known === undefined ? {} : { known }) });
  const columns = useColumns(read.data);
  const year = at.slice(0, 4);
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
  return (
    <>
      <PageHead
        title={say('title', { year })}
        lead={lines ? <p>{leadOf(lines, (id, values) => say(id, values), number)}</p> : undefined}
        reasons={lines ? <Reasons lines={lines} /> : undefined}
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

function verdictOf(line: AgreementLine) {
  return (line.twelveMonths ?? line.year)?.verdict ?? 'open';
}

function leadOf(
  lines: readonly AgreementLine[],
  say: ReturnType<typeof useWords>['say'],
  number: ReturnType<typeof useShownNumbers>['number'],
): string {
  const counted = lines.filter((line) => (judged as readonly string[]).includes(line.id));
  const find = (id: string) => lines.find((line) => line.id === id)?.toDo;
  const wia = find('8a');
  const [toSpeak, toReach] = [wia?.atLeast ?? wia?.count ?? 0, find('9')?.count ?? 0];
  return say(isShown(toSpeak) && isShown(toReach) ? 'lead' : 'leadTooSmall', {
    met: counted.filter((line) => verdictOf(line) === 'met').length,
    all: counted.length,
    wia: number(toSpeak),
    wajong: number(toReach),
  });
}

function Reasons(props: { readonly lines: readonly AgreementLine[] }) {
  const { say } = useWords();
  const named = (verdict: 'met' | 'not_met') =>
    judged.filter((id) => {
      const line = props.lines.find((each) => each.id === id);
      return line !== undefined && verdictOf(line) === verdict;
    });
  const missed = named('not_met');
  const noCause = missed.filter((id) => props.lines.find((line) => line.id === id)?.note === null);
  const list = (ids: readonly (typeof judged)[number][]) => ids.map((id) => say(`short.${id}`)).join(', ');
  return (
    <>
      {named('met').length > 0 ? <p>{say('reasonMet', { list: list(named('met')) })}</p> : null}
      {missed.length > 0 ? (
        <p>
          {say('reasonNot', { list: '' }).replace(/[ .]+$/, ' ')}
          {missed.map((id, i) => (
            <span key={id}>
              {i > 0 ? ', ' : ''}
              <TextLink href={`#agreement-${id}`}>{say(`short.${id}`)}</TextLink>
            </span>
          ))}
          . {noCause.length > 0 ? say('reasonNoCause', { count: noCause.length }) : null}
        </p>
      ) : null}
    </>
  );
}

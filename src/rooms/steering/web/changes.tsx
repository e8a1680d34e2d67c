import { useState } from 'react';
import { useRead } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatDate, formatNumber, formatPercent } from '../../../ui/format.ts';
import { DateField } from '../../../ui/forms/typed-field.tsx';
import { Section } from '../../../ui/frame/section.tsx';
import { FiltersBar } from '../../../ui/lists/filters-bar.tsx';
import { TextLink } from '../../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../ui/notices/states.tsx';
import { Sub } from '../../../ui/tables/cell.tsx';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { showDifference } from '../../coverage/index.ts';
import { useMe } from '../../organisation/web/me.tsx';
import type { AgreementLine } from './agreements-page.tsx';
import { reportedState } from './report-dates.ts';
import { useWords } from './words.ts';

/** A figure at D as known at K1 against K2, and the benefits that made the difference. */
export function Changes(props: { readonly lines: readonly AgreementLine[]; readonly today: string }) {
  const { say, locale } = useWords();
  const { get, set } = useUrlState();
  const preset = reportedState(props.today);
  const at = get('since') ?? preset.at;
  const before = get('reported') ?? preset.knownBefore;
  const [dates, setDates] = useState({ at, before });
  const lines = props.lines.filter((line) => line.difference !== null && line.year !== null);
  const chosen = lines.find((line) => line.id === get('agreement'));
  return (
    <Section
      id="changes"
      title={say('changesTitle')}
      lead={say('changesLead', {
        at: formatDate(at, locale),
        before: formatDate(before, locale),
        after: formatDate(props.today, locale),
      })}
    >
      <FiltersBar label={say('changesTitle')} onApply={() => set({ since: dates.at, reported: dates.before })}>
        <DateField
          label={say('stand')}
          name="since"
          value={dates.at}
          onChange={(value) => setDates({ ...dates, at: value })}
        />
        <DateField
          label={say('before')}
          name="reported"
          value={dates.before}
          onChange={(value) => setDates({ ...dates, before: value })}
        />
      </FiltersBar>
      {lines.map((line) => (
        <Difference
          key={line.id}
          line={line}
          dates={{ at, before, after: props.today }}
          isOpen={chosen?.id === line.id}
          onToggle={() => set({ agreement: chosen?.id === line.id ? null : line.id })}
        />
      ))}
    </Section>
  );
}

interface DifferenceProps {
  readonly line: AgreementLine;
  readonly dates: { readonly at: string; readonly before: string; readonly after: string };
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Difference({ line, dates, isOpen, onToggle }: DifferenceProps) {
  const { say, locale } = useWords();
  const read = useRead(
    showDifference,
    line.difference === null
      ? null
      : {
          norm: line.difference.norm,
          measure: line.difference.measure as 'share_year',
          at: dates.at,
          knownBefore: dates.before,
          known: dates.after,
          limit: 200,
        },
  );
  if (read.isError) {
    return (
      <ErrorState title={line.text[locale]} code={read.error.code} onRetry={() => void read.refetch()}>
        {read.error.title}
      </ErrorState>
    );
  }
  if (read.data === undefined) return <LoadingBlock lines={1} />;
  const { before, after, count, closed, lines } = read.data;
  const value = (pair: typeof before) => pairValue(pair, line, locale);
  const signed = (change: number) =>
    (change > 0 ? '+' : change < 0 ? '−' : '') + formatNumber(Math.abs(change), locale);
  return (
    <>
      <DataTable
        caption={say('changesCaption', { at: formatDate(dates.at, locale) })}
        captionHidden
        narrow="to-list"
        rows={[{ id: line.id }]}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'agreement',
            head: say('agreement'),
            cell: () => `${line.id} ${line.text[locale]}`,
            rowHead: true,
            narrow: 'wide',
            width: '46%',
          },
          {
            id: 'before',
            head: say('reportedOn', { date: formatDate(dates.before, locale) }),
            numeric: true,
            cell: () => (
              <div>
                {value(before)}
                <Sub>{pairWords(before, locale)}</Sub>
              </div>
            ),
          },
          {
            id: 'after',
            head: say('reportedOn', { date: formatDate(dates.after, locale) }),
            numeric: true,
            cell: () => (
              <div>
                {value(after)}
                <Sub>{pairWords(after, locale)}</Sub>
              </div>
            ),
          },
          {
            id: 'lines',
            head: say('benefits'),
            numeric: true,
            cell: () =>
              count === 0 ? (
                '0'
              ) : (
                <button type="button" className="ui-plain" aria-expanded={isOpen} onClick={onToggle}>
                  {formatNumber(count, locale)}
                </button>
              ),
          },
        ]}
      />
      {isOpen ? (
        <People line={line} lines={lines} closed={closed} signed={signed} before={before} after={after} />
      ) : null}
    </>
  );
}

type Read = NonNullable<ReturnType<typeof useRead<typeof showDifference>>['data']>;

function People(props: {
  readonly line: AgreementLine;
  readonly lines: Read['lines'];
  readonly closed: number;
  readonly signed: (change: number) => string;
  readonly before: Read['before'];
  readonly after: Read['after'];
}) {
  const { say, locale } = useWords();
  const me = useMe();
  const { lines, closed, signed, before, after } = props;
  if (lines.length === 0 && closed === 0) return <EmptyState title={say('noChange')} />;
  const opens = me.pages.includes('clients');
  return (
    <>
      <DataTable
        caption={say('linesCaption', { agreement: props.line.id })}
        narrow="lines"
        dense
        rows={lines}
        rowKey={(row) => row.benefitId}
        totals={{
          what: say('total'),
          numerator: signed(after.numerator - before.numerator),
          denominator: signed(after.denominator - before.denominator),
        }}
        columns={[
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
            cell: (row) => row.reasons.map((reason) => reason.sentence[locale]).join(' '),
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
        ]}
      />
      {closed > 0 ? <p className="ui-quiet">{say('elsewhere', { count: closed })}</p> : null}
    </>
  );
}

function pairValue(pair: { numerator: number; denominator: number }, line: AgreementLine, locale: 'nl' | 'en'): string {
  if (pair.denominator === 0) return '–';
  const share = pair.numerator / pair.denominator;
  if (line.year?.kind === 'mean') return formatNumber(share * 365, locale, { decimals: 2 });
  return formatPercent(share, locale, { decimals: 1 });
}

function pairWords(pair: { numerator: number; denominator: number }, locale: 'nl' | 'en'): string {
  return `${formatNumber(pair.numerator, locale)} / ${formatNumber(pair.denominator, locale)}`;
}

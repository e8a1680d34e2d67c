import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { OutputOf } from '../../../platform/contract.ts';
import { useRead } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { formatNumber } from '../../../ui/format.ts';
import { SelectField } from '../../../ui/forms/choice-field.tsx';
import { FiltersBar } from '../../../ui/lists/filters-bar.tsx';
import type { Sign } from '../../../ui/marks/look.ts';
import { StateMark } from '../../../ui/marks/state-mark.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../ui/notices/states.tsx';
import { Sub } from '../../../ui/tables/cell.tsx';
import { CsvButton } from '../../../ui/tables/csv-download.tsx';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { Pager } from '../../../ui/tables/pager.tsx';
import { listRows, rowCodes } from '../index.ts';
import type { Delivery } from './delivery.ts';
import { type DeliveryWords, useDeliveryWords } from './words.ts';

type ReportedRow = OutputOf<typeof listRows>['rows'][number];
type Verdict = ReportedRow['verdict'];

const pageSize = 100;
/** Characters of a value that are shown; the CSV has what was kept. */
const longest = 60;
const verdicts: readonly Verdict[] = ['refused', 'warned'];
const noFilter = { file: null, code: null, verdict: null, skip: null };

/** Refused rows and warnings: line, what stood there, why and what to do; filtered by file, reason and outcome. */
export function RowsSection({ delivery }: { readonly delivery: Delivery }) {
  const words = useDeliveryWords();
  const { say, locale } = words;
  const { get, href } = useUrlState();
  const filter = {
    ...(get('file') ? { file: get('file') ?? '' } : {}),
    ...(get('code') ? { code: get('code') ?? '' } : {}),
    ...verdictOf(get('verdict')),
  };
  useArriveAtRows();
  const skip = Math.max(0, Math.trunc(Number(get('skip')) || 0));
  const read = useRead(listRows, { deliveryId: delivery.deliveryId, ...filter, skip, limit: pageSize });
  const isFiltered = Object.keys(filter).length > 0;
  const rows = read.data?.rows;
  const total = read.data?.total ?? 0;
  return (
    <>
      <RowFilters key={JSON.stringify(filter)} files={delivery.files.map((of) => of.file)} isFiltered={isFiltered} />
      {read.isError ? (
        <ErrorState title={say('rowsFailed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title || say('failedText')}
        </ErrorState>
      ) : rows && total === 0 ? (
        <EmptyState title={say(isFiltered ? 'nothingFits' : 'nothing')}>
          {say(isFiltered ? 'nothingFitsText' : 'nothingText')}
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={say('rowsCaption', { id: delivery.deliveryId })}
            captionHidden
            narrow="lines"
            align="top"
            rows={rows ?? []}
            loadingRows={rows ? undefined : 8}
            rowKey={(row) => `${row.file} ${row.line} ${row.verdict}`}
            columns={[
              { id: 'file', head: say('file'), narrow: 'bare', cell: (row) => row.file },
              { id: 'line', head: say('line'), numeric: true, cell: (row) => formatNumber(row.line, locale) },
              {
                id: 'outcome',
                head: say('outcome'),
                narrow: 'bare',
                cell: (row) => <StateMark sign={signOf(row.verdict, words)} />,
              },
              { id: 'stood', head: say('stood'), narrow: 'wide', cell: (row) => <Stood row={row} /> },
              { id: 'why', head: say('why'), narrow: 'wide', cell: (row) => <Why row={row} /> },
            ]}
          />
          {rows ? (
            <Pager
              from={rows.length === 0 ? 0 : skip + 1}
              to={skip + rows.length}
              total={total}
              previousHref={skip === 0 ? undefined : href({ skip: String(Math.max(0, skip - pageSize)) })}
              nextHref={skip + rows.length < total ? href({ skip: String(skip + pageSize) }) : undefined}
            />
          ) : (
            <LoadingSentence />
          )}
          <p className="ui-foot">
            <CsvButton fileName={`delivery-${delivery.deliveryId}-rows.csv`} rows={() => csvOf(rows ?? [], words)} />
          </p>
        </>
      )}
    </>
  );
}

/** A number above that narrows the rows also brings the reader to them. */
function useArriveAtRows(): void {
  const { hash, key } = useLocation();
  // the key is new each time a link is followed, also to the address one is at
  const arrived = `${key}${hash}`;
  useEffect(() => {
    if (arrived.endsWith('#rows')) document.getElementById('rows')?.scrollIntoView();
  }, [arrived]);
}

function verdictOf(text: string | null): { readonly verdict?: Verdict } {
  const verdict = verdicts.find((each) => each === text);
  return verdict === undefined ? {} : { verdict };
}

function signOf(verdict: Verdict, { say }: DeliveryWords): Sign {
  return verdict === 'refused'
    ? { word: say('verdict.refused'), shape: 'triangle', colour: 'brick' }
    : { word: say('verdict.warned'), shape: 'diamond', colour: 'amber' };
}

function Stood({ row }: { readonly row: ReportedRow }) {
  const { say } = useDeliveryWords();
  // one cell may have several things wrong
  const cells = new Map(row.details.map((detail) => [`${detail.column} ${detail.value}`, detail]));
  return [...cells].map(([key, detail]) => (
    <div key={key}>
      {detail.column === null ? (
        <span className="ui-quiet">{say('wholeRow')}</span>
      ) : (
        <>
          <b>{detail.column}</b>{' '}
          {detail.value === null || detail.value === '' ? (
            <span className="ui-quiet">{say('empty')}</span>
          ) : (
            <span style={{ overflowWrap: 'anywhere' }}>{shortened(detail.value)}</span>
          )}
        </>
      )}
    </div>
  ));
}

function Why({ row }: { readonly row: ReportedRow }) {
  const told = new Map(row.details.map((detail) => [detail.code, detail.message]));
  return [...told].map(([code, message]) => (
    <div key={code}>
      {message}
      <Sub>{code}</Sub>
    </div>
  ));
}

function csvOf(rows: readonly ReportedRow[], { say }: DeliveryWords) {
  return [
    [say('file'), say('line'), say('outcome'), say('column'), say('value'), say('code'), say('why')],
    ...rows.flatMap((row) =>
      row.details.map((detail) => [
        row.file,
        row.line,
        say(`verdict.${row.verdict}`),
        detail.column ?? '',
        detail.value ?? '',
        detail.code,
        detail.message,
      ]),
    ),
  ];
}

function RowFilters(props: { readonly files: readonly string[]; readonly isFiltered: boolean }) {
  const { say, locale } = useDeliveryWords();
  const { get, set, href } = useUrlState();
  const [file, setFile] = useState(get('file') ?? '');
  const [code, setCode] = useState(get('code') ?? '');
  const [verdict, setVerdict] = useState(get('verdict') ?? '');
  return (
    <FiltersBar
      label={say('narrow')}
      onApply={() => set({ file: file || null, code: code || null, verdict: verdict || null, skip: null })}
      clearHref={props.isFiltered ? `${href(noFilter)}#rows` : undefined}
    >
      <SelectField
        label={say('file')}
        name="file"
        value={file}
        onChange={setFile}
        options={[{ value: '', word: say('allFiles') }, ...props.files.map((name) => ({ value: name, word: name }))]}
      />
      <SelectField
        label={say('outcome')}
        name="verdict"
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: '', word: say('allVerdicts') },
          ...verdicts.map((each) => ({ value: each, word: say(`verdict.${each}`) })),
        ]}
      />
      <SelectField
        label={say('reason')}
        name="code"
        value={code}
        onChange={setCode}
        options={[
          { value: '', word: say('allReasons') },
          ...Object.entries(rowCodes).map(([each, words]) => ({ value: each, word: firstSentence(words[locale]) })),
        ]}
      />
    </FiltersBar>
  );
}

function shortened(value: string): string {
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

/** The reason without what to do. */
function firstSentence(text: string): string {
  return text.slice(0, text.indexOf('.'));
}

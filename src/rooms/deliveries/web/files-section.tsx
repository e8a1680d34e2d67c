import { useState } from 'react';
import { invokeFile, type ProblemError, problemOf } from '../../../platform/web/invoke.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { ActionButton } from '../../../ui/actions/action-button.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/frame/section.tsx';
import { Notice } from '../../../ui/notices/notice.tsx';
import { NumberLink } from '../../../ui/tables/cell.tsx';
import type { Column } from '../../../ui/tables/column.ts';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { downloadRows } from '../index.ts';
import type { Delivery } from './delivery.ts';
import { useDeliveryWords } from './words.ts';

type FileCounts = Delivery['files'][number];
const counts = ['rows', 'accepted', 'unchanged', 'withdrawn', 'refused', 'warned'] as const;

/** What came of the rows of each file; numbers open the rows for who may see them. */
export function FilesSection({ delivery }: { readonly delivery: Delivery }) {
  const { say, locale } = useDeliveryWords();
  const { href } = useUrlState();
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const { files, opensRows } = delivery;
  const number = (value: number) => formatNumber(value, locale);
  const count = (id: (typeof counts)[number]): Column<FileCounts> => ({
    id,
    head: say(id),
    numeric: true,
    cell: (file) =>
      opensRows && file[id] > 0 && (id === 'refused' || id === 'warned') ? (
        <NumberLink
          href={`${href({ file: file.file, verdict: id, code: null, skip: null })}#rows`}
          label={`${file.file}, ${say(id)}: ${number(file[id])}`}
        >
          {number(file[id])}
        </NumberLink>
      ) : (
        number(file[id])
      ),
  });
  const columns: readonly Column<FileCounts>[] = [
    { id: 'file', head: say('file'), cell: (file) => file.file },
    ...counts.map(count),
    ...(opensRows
      ? [
          {
            id: 'download',
            head: say('download'),
            narrow: 'wide' as const,
            label: '',
            notApplicable: (file: FileCounts) => file.refused === 0,
            cell: (file: FileCounts) => (
              <DownloadButton deliveryId={delivery.deliveryId} file={file.file} onProblem={setProblem} />
            ),
          },
        ]
      : []),
  ];
  const sum = (id: (typeof counts)[number]) => number(files.reduce((all, file) => all + file[id], 0));
  return (
    <Section title={say('perFile')} lead={`${say('perFileLead')}${opensRows ? ` ${say('downloadNote')}` : ''}`}>
      {problem ? (
        <Notice kind="error" title={say('downloadFailed')} code={problem.code}>
          {problem.title || say('failedText')}
        </Notice>
      ) : null}
      <DataTable
        caption={say('perFile')}
        captionHidden
        narrow="lines"
        rows={files}
        rowKey={(file) => file.file}
        columns={columns}
        totals={{ file: say('together'), ...Object.fromEntries(counts.map((id) => [id, sum(id)])) }}
      />
    </Section>
  );
}

/** The refused rows of a file in the supplier's own layout; fetched when pressed, because it holds the BSN in clear. */
function DownloadButton(props: {
  readonly deliveryId: number;
  readonly file: string;
  readonly onProblem: (problem: ProblemError | null) => void;
}) {
  const { say } = useDeliveryWords();
  const [busy, setBusy] = useState(false);
  const { deliveryId, file, onProblem } = props;
  const fetchRows = async () => {
    setBusy(true);
    onProblem(null);
    try {
      save(`${deliveryId}-${file}`, await invokeFile(downloadRows, { deliveryId, file }));
    } catch (fault) {
      onProblem(problemOf(fault));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ActionButton slim busy={busy} label={say('downloadFile', { file })} onClick={() => void fetchRows()}>
      {say('download')}
    </ActionButton>
  );
}

/** As delivered: nothing is added or made safe for a spreadsheet, the supplier reads it back. */
function save(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

import type { OutputOf } from '../../platform/contract.ts';
import { textTable } from '../../platform/text-table.ts';
import type { importDelivery } from './contract.ts';
import { keptSum } from './present.ts';

type Imported = OutputOf<typeof importDelivery>;
type Rows = Imported['refused'];

/** Rows that a terminal shows; the rest is on the page. */
const shownRows = 20;

const words = {
  nl: {
    already: (id: number | null) => `Deze aanlevering is al ingelezen, als nummer ${id}. Er is niets veranderd.`,
    refused: (message: string) => `De aanlevering is als geheel geweigerd: ${message} Er is niets veranderd.`,
    accepted: (id: number | null) => `Ingelezen als aanlevering ${id}.`,
    columns: ['bestand', 'nieuw of gewijzigd', 'ongewijzigd', 'ingetrokken', 'afgewezen', 'waarschuwingen'],
    refusedRows: 'Afgewezen regels',
    warnedRows: 'Overgenomen met een waarschuwing',
    line: 'regel',
    more: (n: number) =>
      `en nog ${n}. Alle regels met hun reden staan op de pagina Aanleveringen (of hier, met "sluitend deliveries rows").`,
  },
  en: {
    already: (id: number | null) => `This delivery was imported before, as number ${id}. Nothing has changed.`,
    refused: (message: string) => `The delivery was refused as a whole: ${message} Nothing has changed.`,
    accepted: (id: number | null) => `Imported as delivery ${id}.`,
    columns: ['file', 'new or changed', 'unchanged', 'withdrawn', 'refused', 'warnings'],
    refusedRows: 'Refused rows',
    warnedRows: 'Taken with a warning',
    line: 'line',
    more: (n: number) =>
      `and ${n} more. All rows with their reason are on the page Deliveries (or here, by "sluitend deliveries rows").`,
  },
} as const;

/** What an import did, for a person at a terminal: counts per file, notes, the first rows with their reason. */
export function showImport(output: Imported, language: 'nl' | 'en'): string {
  const say = words[language];
  if (output.status === 'already_imported') return say.already(output.deliveryId);
  if (output.refusal !== null) return say.refused(output.refusal.message);
  const counts = Object.keys(output.accepted).map((file) => [
    file,
    ...[output.accepted, output.unchanged, output.withdrawn, output.refusedCounts, output.warnedCounts].map((count) =>
      String(count[file] ?? 0),
    ),
  ]);
  const parts = [
    say.accepted(output.deliveryId),
    textTable(say.columns, counts),
    output.notes.map((note) => `${note.file}: ${note.message} (${note.count})`).join('\n'),
    showRows(output.refused, output.refusedCounts, { ...say, title: say.refusedRows }),
    showRows(output.warned, output.warnedCounts, { ...say, title: say.warnedRows }),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function showRows(
  rows: Rows,
  counts: Imported['refusedCounts'],
  say: (typeof words)['nl' | 'en'] & { readonly title: string },
): string {
  if (rows.length === 0) return '';
  const lines = rows.slice(0, shownRows).flatMap((row) =>
    row.details.map(({ column, value, message }) => {
      const what = column === null ? '' : `, ${column}${value === null || value === '' ? '' : ` "${value}"`}`;
      return `  ${row.file} ${say.line} ${row.line}${what}: ${message}`;
    }),
  );
  const total = keptSum(counts);
  const left = total - shownRows;
  return [`${say.title} (${total})`, ...lines, ...(left > 0 ? [`  ${say.more(left)}`] : [])].join('\n');
}

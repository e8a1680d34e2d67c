import type { OutputOf } from '../../platform/contract.ts';
import { textTable } from '../../platform/text-table.ts';
import type { importDelivery } from './contract.ts';

type Imported = OutputOf<typeof importDelivery>;
type Rows = Imported['refused'];

/** Rows that a terminal shows; the rest is on the page and in `--json`. */
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
      `en nog ${n}. Alle regels met hun reden staan op de pagina Aanleveringen (of vraag ze hier met --json).`,
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
      `and ${n} more. All rows with their reason are on the page Deliveries (or ask here with --json).`,
  },
} as const;

/** What an import did, for a person at a terminal: counts per file, notes, the first rows with their reason. */
export function showImport(output: Imported, language: 'nl' | 'en'): string {
  const say = words[language];
  if (output.status === 'already_imported') return say.already(output.deliveryId);
  if (output.refusal !== null) return say.refused(output.refusal.message);
  const countIn = (rows: Rows, file: string) => rows.filter((row) => row.file === file).length;
  const counts = Object.keys(output.accepted).map((file) => [
    file,
    ...[output.accepted, output.unchanged, output.withdrawn].map((count) => String(count[file] ?? 0)),
    String(countIn(output.refused, file)),
    String(countIn(output.warned, file)),
  ]);
  const parts = [
    say.accepted(output.deliveryId),
    textTable(say.columns, counts),
    output.notes.map((note) => `${note.file}: ${note.message} (${note.count})`).join('\n'),
    showRows(output.refused, say.refusedRows, say),
    showRows(output.warned, say.warnedRows, say),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function showRows(rows: Rows, title: string, say: (typeof words)['nl' | 'en']): string {
  if (rows.length === 0) return '';
  const lines = rows.slice(0, shownRows).flatMap((row) =>
    row.details.map(({ column, value, message }) => {
      const what = column === null ? '' : `, ${column}${value === null || value === '' ? '' : ` "${value}"`}`;
      return `  ${row.file} ${say.line} ${row.line}${what}: ${message}`;
    }),
  );
  const left = rows.length - shownRows;
  return [`${title} (${rows.length})`, ...lines, ...(left > 0 ? [`  ${say.more(left)}`] : [])].join('\n');
}

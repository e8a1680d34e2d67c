import { csvCell } from '../../platform/csv/cell.ts';
import type { WorklistLine } from './shapes.ts';
import { openStateWords, preferredWords, schemeWords } from './worklist-words.ts';

const heads = {
  nl: [
    'klant',
    'naam',
    'regeling',
    'vestiging',
    'stand',
    'uiterlijk',
    'waarom',
    'ook',
    'laatste contact',
    'gepland',
    'voorkeurskanaal',
  ],
  en: [
    'client',
    'name',
    'scheme',
    'office',
    'state',
    'due',
    'why',
    'also',
    'last contact',
    'planned',
    'preferred channel',
  ],
} as const;

/** The lines as CSV (RFC 4180, UTF-8 with byte-order mark for spreadsheets), safe from formula injection. */
export function writeWorklistCsv(lines: readonly WorklistLine[], language: 'nl' | 'en'): string {
  const rows = lines.map((line) => [
    line.clientId,
    line.name ?? '',
    line.schemes.map((scheme) => schemeWords[scheme] ?? scheme).join(', '),
    line.offices.map((office) => office.name).join(', '),
    line.state === null ? '' : openStateWords[line.state][language],
    line.dueDate ?? '',
    line.lead?.sentence[language] ?? '',
    [
      ...line.also.map((reason) => reason.also[language]),
      ...(line.elsewhere ? [line.elsewhere.sentence[language]] : []),
    ].join(' '),
    line.lastContact?.onDate ?? '',
    line.nextPlanned?.onDate ?? '',
    line.preferredChannel === null ? '' : (preferredWords[line.preferredChannel]?.[language] ?? line.preferredChannel),
  ]);
  return `\ufeff${[heads[language], ...rows].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

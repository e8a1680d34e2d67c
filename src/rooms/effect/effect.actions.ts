import { type Action, action, type Language } from '../../platform/actions.ts';
import type { Words } from '../../platform/contract.ts';
import { Refusal } from '../../platform/refusal.ts';
import { frameOf, isNotEstimable } from '../../stats/index.ts';
import { estimatorContracts, exampleOf, listEstimators } from './contract.ts';
import { type Estimator, FaultyFlags, Refused, type Table } from './estimator.ts';
import { estimators } from './estimators.ts';
import { nameColumns } from './named-columns.ts';
import { type CsvFault, readCsv } from './read-csv.ts';
import { showEstimators, showOutcome } from './show.ts';

const FAULTS: Record<CsvFault['fault'] | 'encoding', Words> = {
  no_header: { nl: 'heeft geen kop', en: 'has no header' },
  double_column: { nl: 'noemt een kolom tweemaal', en: 'names a column twice' },
  cells: { nl: 'heeft een ander aantal cellen dan de kop', en: 'has another number of cells than the header' },
  open_quote: { nl: 'opent een aanhalingsteken dat niet sluit', en: 'opens a quote that is never closed' },
  encoding: { nl: 'is geen UTF-8', en: 'is not UTF-8' },
};
const LINE: Words = { nl: 'regel', en: 'line' };

/** Reads the table of a command: bytes of a file, or its text. */
function readTable(data: unknown, language: Language): Table {
  if (data === undefined) return { rows: 0, columns: new Map() };
  const table = readCsv(typeof data === 'string' ? data : decode(data as Uint8Array, language));
  if ('fault' in table) {
    const message = `${LINE[language]} ${table.line} ${FAULTS[table.fault][language]}`;
    throw new Refusal('invalid_input', { faults: [{ field: 'data', code: table.fault, message }] });
  }
  const frame = frameOf(Object.fromEntries(table.header.map((name, c) => [name, table.columns[c] ?? []])));
  if (isNotEstimable(frame)) throw new Refusal('invalid_input', { detail: frame.sentence[language] });
  return { ...frame, lines: table.lines };
}

function decode(bytes: Uint8Array, language: Language): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid_input', {
      faults: [{ field: 'data', code: 'encoding', message: FAULTS.encoding[language] }],
    });
  }
}

function estimate(estimator: Estimator, input: object, language: Language): object {
  try {
    return estimator.run(input, readTable((input as { data?: unknown }).data, language));
  } catch (fault) {
    if (fault instanceof FaultyFlags) {
      const faults = fault.faults.map(({ message, ...rest }) => ({ ...rest, message: message[language] }));
      throw new Refusal('invalid_input', { faults });
    }
    if (!(fault instanceof Refused)) throw fault;
    const { code, detail } = nameColumns(fault.refusal, input);
    throw new Refusal(code, detail === undefined ? {} : { detail });
  }
}

/** One action per estimator; none starts a database. */
export const effectActions: readonly Action[] = estimators.map((estimator, i) =>
  action(
    estimatorContracts[i] as (typeof estimatorContracts)[number],
    async ({ language }, input) => estimate(estimator, input, language),
    {
      show: (output, language) => showOutcome(output as object, language),
    },
  ),
);

/** The list of them. */
export const listEstimatorsAction = action(
  listEstimators,
  async () => ({
    estimators: estimators.map((estimator) => ({
      name: estimator.name,
      question: estimator.question,
      method: estimator.method,
      gives: estimator.gives,
      example: exampleOf(estimator),
    })),
  }),
  { show: (output, language) => showEstimators(output.estimators, language) },
);

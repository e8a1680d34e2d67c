import { type Action, action } from '../../platform/actions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Frame, frameOf, isNotEstimable } from '../../stats/index.ts';
import { estimatorContracts, exampleOf, listEstimators } from './contract.ts';
import { type Estimator, Refused } from './estimator.ts';
import { estimators } from './estimators.ts';
import { type CsvFault, readCsv } from './read-csv.ts';
import { showEstimators, showOutcome } from './show.ts';

const FAULTS: Record<CsvFault['fault'], string> = {
  no_header: 'has no header',
  double_column: 'names a column twice',
  cells: 'has another number of cells than the header',
  open_quote: 'opens a quote that is never closed',
};

/** Reads the table of a command: bytes of a file, or its text. */
function readTable(data: unknown): Frame {
  if (data === undefined) return { rows: 0, columns: new Map() };
  const table = readCsv(typeof data === 'string' ? data : decode(data as Uint8Array));
  if ('fault' in table) {
    const message = `line ${table.line} ${FAULTS[table.fault]}`;
    throw new Refusal('invalid_input', { faults: [{ field: 'data', code: table.fault, message }] });
  }
  const frame = frameOf(Object.fromEntries(table.header.map((name, c) => [name, table.columns[c] ?? []])));
  if (isNotEstimable(frame)) throw new Refusal('invalid_input', { detail: frame.sentence.en });
  return frame;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid_input', { faults: [{ field: 'data', code: 'encoding', message: 'is not UTF-8' }] });
  }
}

function estimate(estimator: Estimator, input: object): object {
  try {
    return estimator.run(input, readTable((input as { data?: unknown }).data));
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    const { code, detail } = fault.refusal;
    throw new Refusal(code, detail === undefined ? {} : { detail });
  }
}

/** One action per estimator; none starts a database. */
export const effectActions: readonly Action[] = estimators.map((estimator, i) =>
  action(
    estimatorContracts[i] as (typeof estimatorContracts)[number],
    async (_context, input) => estimate(estimator, input),
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

import { type Action, action, type Language } from '../../platform/actions.ts';
import { type CsvFault, readCsv, type UnclearNumber } from '../../platform/csv/read-csv.ts';
import { sayFileFault, type TextFault } from '../../platform/csv/say-fault.ts';
import { unpackText } from '../../platform/csv/unpack-text.files.ts';
import { Refusal } from '../../platform/refusal.ts';
import { frameOf, isNotEstimable } from '../../stats/index.ts';
import { askedNumbers } from './asked-numbers.ts';
import { estimatorContracts, exampleOf, listEstimators } from './contract.ts';
import { detailIn } from './detail-words.ts';
import { type Estimator } from './estimator.ts';
import { estimators } from './estimators.ts';
import { FaultyFlags, needFlags } from './flags.ts';
import { nameColumns } from './named-columns.ts';
import { Refused } from './refused.ts';
import { showEstimators, showOutcome } from './show.ts';
import { type Table } from './used-rows.ts';

/** Reads the table of a command. */
function readTable(input: object, language: Language): Table {
  const { data } = input as { data?: Uint8Array };
  if (data === undefined) return { rows: 0, columns: new Map() };
  const text = unpackText(data);
  if (typeof text !== 'string') throw unreadable(text, language);
  const table = readCsv(text);
  if ('fault' in table) throw unreadable(table, language);
  const asked = askedNumbers(input, table.header);
  const unclear = table.unclear.find(({ column }) => asked.has(column));
  if (unclear !== undefined) throw unreadable(unclear, language);
  const frame = frameOf(table.header.map((name, c) => [name, table.columns[c] ?? []]));
  if (isNotEstimable(frame)) throw new Refusal('invalid_input', { detail: frame.sentence[language] });
  return { ...frame, lines: table.lines };
}

function unreadable(fault: CsvFault | TextFault | UnclearNumber, language: Language): Refusal {
  const message = sayFileFault(fault, language);
  return new Refusal('invalid_input', { faults: [{ field: 'data', code: fault.fault, message }] });
}

function estimate(estimator: Estimator, input: object, language: Language): object {
  try {
    // Sums are of the rows of a cell: without their number there is no mean.
    if ('sumOfSquares' in input)
      needFlags(input, ['count'], { nl: 'bij --sum-of-squares', en: 'with --sum-of-squares' });
    return estimator.run(input, readTable(input, language));
  } catch (fault) {
    if (fault instanceof FaultyFlags) {
      const faults = fault.faults.map(({ message, ...rest }) => ({ ...rest, message: message[language] }));
      throw new Refusal('invalid_input', { faults });
    }
    if (!(fault instanceof Refused)) throw fault;
    const { code, detail } = nameColumns(fault.refusal, input);
    throw new Refusal(code, detail === undefined ? {} : { detail: detailIn(language, detail) });
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

/** A name that reaches the list is that of no command: those have their own. */
function unknownCommand(name: string, language: Language): Refusal {
  const message =
    language === 'nl'
      ? `${name} bestaat niet; zie sluitend stats --list`
      : `no ${name} here; see sluitend stats --list`;
  return new Refusal('invalid_input', { faults: [{ field: 'name', code: 'unknown', message }] });
}

/** The list of them. */
export const listEstimatorsAction = action(
  listEstimators,
  async ({ language }, { name }) => {
    if (name !== undefined) throw unknownCommand(name, language);
    return {
      estimators: estimators.map((estimator) => ({
        name: estimator.name,
        question: estimator.question,
        method: estimator.method,
        gives: estimator.gives,
        example: exampleOf(estimator),
      })),
    };
  },
  { show: (output, language) => showEstimators(output.estimators, language) },
);

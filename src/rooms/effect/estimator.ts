import * as z from 'zod';
import { fileInput, type Words } from '../../platform/contract.ts';
import {
  binaryColumn,
  type CompleteRows,
  columnsOfCovariates,
  completeRows,
  crossedCodes,
  type Frame,
  factorOf,
  isNotEstimable,
  type NotEstimable,
  notEstimable,
  numberColumn,
  type Term,
  termsOf,
  textColumn,
} from '../../stats/index.ts';

/** What an estimator gives: its figures, and in words what they say. */
export type Outcome = object & { readonly sentence: Words };

/** One command of `stats`: a question, its flags, and how the rows answer it. */
export interface Estimator {
  readonly name: string;
  readonly question: Words;
  /** Method, conventions and source, in English. */
  readonly method: string;
  /** Keys of the JSON; `?` follows one that is left out where it does not apply. */
  readonly gives: string;
  /** Flags of an example on the data that ship with the product. */
  readonly example: string;
  /** The file that the example reads, beside the other data of this room; `trial.csv` unless told. */
  readonly exampleData?: string;
  readonly input: Readonly<Record<string, z.ZodType>>;
  readonly output: z.ZodObject;
  run(input: object, table: Table): Outcome;
}

/** Declares an estimator; `run` throws {@link Refused} through `given` where there is no estimate. */
export function estimator<S extends z.ZodRawShape, O extends z.ZodObject>(declared: {
  readonly name: string;
  readonly question: Words;
  readonly method: string;
  readonly gives: string;
  readonly example: string;
  readonly exampleData?: string;
  readonly input: S;
  readonly output: O;
  run(input: z.output<z.ZodObject<S>>, table: Table): Outcome;
}): Estimator {
  return declared as unknown as Estimator;
}

/** Carries a refusal out of an estimator. */
export class Refused extends Error {
  readonly refusal: NotEstimable;
  constructor(refusal: NotEstimable) {
    super(refusal.sentence.en);
    this.refusal = refusal;
  }
}

/** A fault in the flags of a command, in both languages. */
export interface FlagFault {
  readonly field: string;
  readonly code: 'required' | 'conflict';
  readonly message: Words;
}

/** Carries faults of flags out of an estimator: which are asked depends on which are given, so no schema says it. */
export class FaultyFlags extends Error {
  readonly faults: readonly FlagFault[];
  constructor(faults: readonly FlagFault[]) {
    super(faults.map(({ field, message }) => `${field}: ${message.en}`).join('; '));
    this.faults = faults;
  }
}

const flag = (name: string) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const named = (input: object, names: readonly string[]) =>
  names.filter((name) => (input as Record<string, unknown>)[name] !== undefined);

/** Refuses flags that are not there though what else is given asks for them. @param or what would do instead */
export function needFlags(input: object, names: readonly string[], or?: Words): void {
  const missing = names.filter((name) => !named(input, names).includes(name));
  if (missing.length === 0) return;
  const tail = (language: 'nl' | 'en') => (or === undefined ? '' : ` (${or[language]})`);
  throw new FaultyFlags(
    missing.map((field) => ({
      field,
      code: 'required',
      message: { nl: `ontbreekt${tail('nl')}`, en: `is missing${tail('en')}` },
    })),
  );
}

/** Refuses flags of which one would be ignored: the reader could not tell which. */
export function refuseBoth(input: object, names: readonly string[], others: readonly string[]): void {
  const other = named(input, others)[0];
  const both = named(input, names);
  if (other === undefined || both.length === 0) return;
  throw new FaultyFlags(
    both.map((field) => ({
      field,
      code: 'conflict',
      message: { nl: `gaat niet samen met ${flag(other)}`, en: `does not go together with ${flag(other)}` },
    })),
  );
}

/** A result that is none is thrown; a row of it is named by its line in the file when the rows used are told. */
export function given<T>(result: T | NotEstimable, rows?: Pick<UsedRows, 'line'>): T {
  if (!isNotEstimable(result)) return result;
  if (rows !== undefined && result.code === 'entry_after_exit' && result.detail !== undefined)
    throw new Refused(notEstimable(result.code, `line ${rows.line(Number(result.detail) - 1)}`));
  throw new Refused(result);
}

/** A table as it was read, with the line of the file on which each row began. */
export interface Table extends Frame {
  readonly lines?: readonly number[];
}

/** What a command names of a table. */
interface Used {
  readonly columns: readonly (string | undefined)[];
  /** The column of `--count`. */
  readonly count: string | undefined;
  readonly covariates?: readonly string[] | undefined;
}

/** Columns of the rows that are complete in everything a command uses. */
export interface UsedRows {
  readonly rows: number;
  /** Rows left out for a missing value, each as often as it counts. */
  readonly missing: number;
  /** Places in the table of the rows kept. */
  readonly kept: Int32Array;
  /** How many rows each stands for; absent = 1 each. */
  readonly count: Float64Array | undefined;
  /** Line of the file on which a row kept began; below a header of one line where no file was read. */
  line(row: number): number;
  numbers(name: string): Float64Array;
  /** Only 0 and 1. */
  binary(name: string): Float64Array;
  /** The column where one is named. */
  optional(name: string | undefined): Float64Array | undefined;
  text(name: string): readonly string[];
  /** Levels of one column, in byte order. */
  grouping(name: string): { codes: Int32Array; labels: readonly string[] };
  /** Combinations of columns, numbered. */
  codes(names: readonly string[]): Int32Array;
  terms(covariates: readonly string[] | undefined): Term[];
}

function pickRows(table: Frame, places: Int32Array): Frame {
  if (places.length === table.rows) return table;
  const pick = (values: readonly string[]) => Array.from(places, (i) => values[i] as string);
  return {
    rows: places.length,
    columns: new Map([...table.columns].map(([name, values]) => [name, pick(values)])),
  };
}

function total(counts: Float64Array): number {
  return counts.reduce((sum, value) => sum + value, 0);
}

/** Leaves out cells of no rows, then rows with a missing used value, and reads what is left. */
export function usedRows(table: Table, { columns, count, covariates = [] }: Used): UsedRows {
  const named = [...columns, count].filter((name): name is string => name !== undefined);
  const counts = count === undefined ? undefined : given(numberColumn(table, count));
  const filled = Int32Array.from({ length: table.rows }, (_, i) => i).filter((i) => counts?.[i] !== 0);
  const complete: CompleteRows = given(
    completeRows(pickRows(table, filled), [...named, ...columnsOfCovariates(covariates)]),
  );
  const { frame } = complete;
  const kept = complete.kept.map((i) => filled[i] as number);
  const keptCounts = counts && Float64Array.from(kept, (i) => counts[i] as number);
  return {
    rows: frame.rows,
    missing: counts && keptCounts ? total(counts) - total(keptCounts) : complete.missing,
    kept,
    count: keptCounts,
    line: (row) => table.lines?.[kept[row] as number] ?? (kept[row] as number) + 2,
    optional: (name) => (name === undefined ? undefined : given(numberColumn(frame, name))),
    numbers: (name) => given(numberColumn(frame, name)),
    binary: (name) => given(binaryColumn(frame, name)),
    text: (name) => given(textColumn(frame, name)),
    grouping: (name) => {
      const { codes, levels } = factorOf(given(textColumn(frame, name)));
      return { codes, labels: levels };
    },
    codes: (names) =>
      crossedCodes(
        names.map((name) => given(textColumn(frame, name))),
        frame.rows,
      ),
    terms: (asked) => given(termsOf(frame, asked ?? [])),
  };
}

/** A table as bytes (a file on the command line) or as its text (over HTTP). */
export const tableInput = z
  .union([fileInput(), z.string()])
  .meta({
    file: true,
    description:
      'CSV with a header (comma, semicolon or tab; decimal point or comma); gzip or not; UTF-8; empty = missing',
  });

export const column = (description: string) => z.string().min(1).describe(description);
export const columns = (description: string) => z.array(z.string().min(1)).min(1).describe(description);

export const outcome = column('column of the outcome');
export const treatment = column('column with 1 = treated, 0 = not');
export const covariates = columns('columns, comma separated: a, a:factor, a^2, a*b (a, b and a:b); text is a factor');
export const cluster = column('column whose equal values hang together').optional();
export const count = column(
  'column with the number of rows that each row stands for (cells); 1 each without it',
).optional();
export const sumOfSquares = column(
  'column with the sum of the squared outcomes of each cell (with --count); --outcome then holds their sums',
).optional();
export const strata = columns('columns whose combinations are the strata');

/** Text of a number only: an empty element is not taken for 0. */
const listed = z
  .string()
  .regex(/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/)
  .transform(Number)
  .refine(Number.isFinite);

/** A list of numbers, comma separated on the command line. */
export const numberList = () => z.array(z.union([z.number(), listed])).min(1);

import type * as z from 'zod';
import type { Words } from '../../platform/contract.ts';
import type { Table } from './used-rows.ts';

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

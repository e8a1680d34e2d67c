import * as z from 'zod';
import { fileInput } from '../../platform/contract.ts';
import { isNumeric } from '../../stats/index.ts';

/** The bytes of a table. */
export const tableInput = fileInput().describe(
  'CSV with a header (comma, semicolon or tab; decimal point or comma); gzip or not; UTF-8; empty = missing',
);

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
  .min(1)
  .refine((text) => isNumeric([text]))
  .transform(Number)
  .refine(Number.isFinite);

/** A list of numbers, comma separated on the command line. */
export const numberList = () => z.array(z.union([z.number(), listed])).min(1);

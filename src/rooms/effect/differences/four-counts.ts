import * as z from 'zod';
import { countProportions, type Frame, type TwoProportions } from '../../../stats/index.ts';
import { count, given, outcome, tableInput, treatment, usedRows } from '../estimator.ts';

export const counts = {
  data: tableInput.optional(),
  outcome: outcome.optional(),
  treatment: treatment.optional(),
  x1: z.int().min(0).optional().describe('events among the treated (instead of --data)'),
  n1: z.int().min(0).optional().describe('treated'),
  x0: z.int().min(0).optional().describe('events among the others'),
  n0: z.int().min(0).optional().describe('others'),
  count,
};

export type Counts = { outcome?: string | undefined; treatment?: string | undefined; count?: string | undefined } & {
  [K in keyof TwoProportions]?: number | undefined;
};

/** Four counts, from the flags or from the rows of a table. */
export function countsOf(input: Counts, table: Frame): { counts: TwoProportions; missing: number } {
  const { x1, n1, x0, n0 } = input;
  if (x1 !== undefined && n1 !== undefined && x0 !== undefined && n0 !== undefined) {
    return { counts: { x1, n1, x0, n0 }, missing: 0 };
  }
  const used = usedRows(table, {
    columns: [input.outcome ?? '--outcome', input.treatment ?? '--treatment'],
    count: input.count,
  });
  const outcomes = used.binary(input.outcome as string);
  const counted = countProportions(outcomes, used.binary(input.treatment as string), used.count);
  return { counts: given(counted), missing: used.missing };
}

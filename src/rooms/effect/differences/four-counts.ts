import * as z from 'zod';
import { countProportions, type Frame, type TwoProportions } from '../../../stats/index.ts';
import { needFlags, refuseBoth } from '../flags.ts';
import { count, outcome, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { usedRows } from '../used-rows.ts';

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

const FOUR = ['x1', 'n1', 'x0', 'n0'] as const;

export type Counts = {
  data?: unknown;
  outcome?: string | undefined;
  treatment?: string | undefined;
  count?: string | undefined;
} & {
  [K in keyof TwoProportions]?: number | undefined;
};

/** Four counts, from the flags or from the rows of a table. */
export function countsOf(input: Counts, table: Frame): { counts: TwoProportions; missing: number } {
  refuseBoth(input, ['data', 'outcome', 'treatment', 'count'], FOUR);
  if (FOUR.some((name) => input[name] !== undefined)) {
    needFlags(input, FOUR);
    const { x1 = 0, n1 = 0, x0 = 0, n0 = 0 } = input;
    return { counts: { x1, n1, x0, n0 }, missing: 0 };
  }
  const read = table.columns.size > 0 ? { ...input, data: true } : input;
  needFlags(read, ['data', 'outcome', 'treatment'], { nl: 'of --x1 --n1 --x0 --n0', en: 'or --x1 --n1 --x0 --n0' });
  const { outcome: event = '', treatment: arm = '' } = input;
  const used = usedRows(table, { columns: [event, arm], count: input.count });
  const counted = countProportions(used.binary(event), used.binary(arm), used.count);
  return { counts: given(counted), missing: used.missing };
}

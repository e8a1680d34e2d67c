import * as z from 'zod';
import { allocate, notEstimable } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { strata, tableInput } from '../inputs.ts';
import { given, Refused } from '../refused.ts';
import { countedRows, inBoth } from '../say.ts';
import { perTerm, rowsResult } from '../shapes.ts';
import { stratumName } from '../stratum-name.ts';
import { usedRows } from '../used-rows.ts';

/** Rows by arm and stratum: what the reader of a lot checks first. */
function countArms(
  arms: ArrayLike<number>,
  strata: readonly string[] | undefined,
): Record<string, Record<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (let i = 0; i < arms.length; i += 1) {
    const name = `arm ${arms[i]}`;
    const arm = counts.get(name) ?? new Map<string, number>();
    counts.set(name, arm);
    const stratum = strata?.[i] ?? 'all';
    arm.set(stratum, (arm.get(stratum) ?? 0) + 1);
  }
  const perArm = [...counts].sort(([a], [b]) => (a < b ? 1 : -1));
  return Object.fromEntries(perArm.map(([arm, rows]) => [arm, Object.fromEntries(rows)]));
}

export const allocateEstimator = estimator({
  name: 'allocate',
  question: { nl: 'Wie komt door het lot in welke groep?', en: 'Who comes into which arm by lot?' },
  method:
    'Permuted blocks within strata, by seed: the arm of a row depends on the seed, its stratum and its place there only. Source: Zelen 1974',
  gives:
    'arm (one per row, in the order of the file), stratum? (of each row), perArm {arm: {stratum or all: rows}}, n, seed',
  example: '--strata district --block 10 --ratio 4:1 --seed 20171201',
  input: {
    data: tableInput,
    strata: strata.optional(),
    block: z.int().describe('rows per block, a multiple of the parts of the ratio'),
    ratio: z
      .string()
      .regex(/^\d+(:\d+)*$/)
      .default('1:1')
      .describe('treated to others, as 4 or 4:1; more parts for more arms, the last is arm 0; default 1:1'),
    seed: z.int().describe('whole number that fixes the lot'),
  },
  output: rowsResult({
    arm: z.array(z.int()).readonly(),
    stratum: z.array(z.string()).readonly().optional(),
    perArm: z.record(z.string(), perTerm).readonly(),
    n: z.int(),
    seed: z.int(),
  }),
  run(input, table) {
    const names = input.strata ?? [];
    const used = usedRows(table, { columns: names, count: undefined });
    // An arm must belong to its row: nobody is left out of the lot in silence.
    if (used.missing > 0) throw new Refused(notEstimable('missing_value', names.join(', ')));
    if (used.rows === 0) throw new Refused(notEstimable('too_few', 'n = 0'));
    const columnsOfStrata = names.map((name) => used.text(name));
    const labels = Array.from({ length: used.rows }, (_, i) => JSON.stringify(columnsOfStrata.map((each) => each[i])));
    const parts = (input.ratio.includes(':') ? input.ratio : `${input.ratio}:1`).split(':').map(Number);
    const arms = given(allocate(labels, { block: input.block, shares: parts.reverse(), seed: input.seed }));
    const ones = arms.reduce((sum, arm) => sum + (arm > 0 ? 1 : 0), 0);
    const strataNames = columnsOfStrata[0]?.map((_, i) =>
      stratumName(columnsOfStrata.map((each) => each[i] as string)),
    );
    return {
      arm: [...arms],
      ...(strataNames === undefined ? {} : { stratum: strataNames }),
      perArm: countArms(arms, strataNames),
      n: arms.length,
      seed: input.seed,
      method: `permuted blocks of ${input.block} within strata`,
      warnings: [],
      missing: used.missing,
      sentence: inBoth(
        { rest: arms.length - ones },
        {
          nl: (f) => `${countedRows(ones).nl} ${ones === 1 ? 'is' : 'zijn'} behandeld, ${f.rest} niet.`,
          en: (f) =>
            `${countedRows(ones).en} ${ones === 1 ? 'is' : 'are'} treated, ${f.rest} ${arms.length - ones === 1 ? 'is' : 'are'} not.`,
        },
      ),
    };
  },
});

import * as z from 'zod';
import { notEstimable, numberColumn, suppressSmallCounts, TOO_SMALL } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { tableInput } from '../inputs.ts';
import { given, Refused } from '../refused.ts';
import { counted, inBoth } from '../say.ts';
import { plainResult } from '../shapes.ts';

const shown = z.union([z.int(), z.literal(TOO_SMALL)]);

export const suppressEstimator = estimator({
  name: 'suppress',
  question: { nl: 'Welke aantallen van een tabel mogen naar buiten?', en: 'Which counts of a table may be published?' },
  method:
    'A table of which the first column names the rows and the others hold counts. No count of 1-9 is shown, nor any from which one could be derived by rows, columns or totals; zeros are shown. Source: Fischetti & Salazar 2000',
  gives: 'rows, columns, cells (count or "too_small"), rowTotals?, columnTotals, total?, hiddenSmall, hiddenOther',
  example: '',
  exampleData: 'counts.csv',
  input: { data: tableInput },
  output: plainResult({
    rows: z.array(z.string()).readonly(),
    columns: z.array(z.string()).readonly(),
    cells: z.array(z.array(shown).readonly()).readonly(),
    rowTotals: z.array(shown).readonly().optional(),
    columnTotals: z.array(shown).readonly(),
    total: shown.optional(),
    hiddenSmall: z.int(),
    hiddenOther: z.int(),
  }),
  run(_input, table) {
    const [labels, ...names] = [...table.columns.keys()];
    if (labels === undefined || names.length === 0) throw new Refused(notEstimable('too_few', 'columns'));
    const counts = names.map((name) => given(numberColumn(table, name)));
    const cells = Array.from({ length: table.rows }, (_, r) => counts.map((values) => values[r] as number));
    const result = given(suppressSmallCounts(cells));
    const small = counted(
      result.hiddenSmall,
      { nl: 'te klein aantal is', en: 'count that is too small is' },
      { nl: 'te kleine aantallen zijn', en: 'counts that are too small are' },
    );
    return {
      rows: [...(table.columns.get(labels) ?? [])],
      columns: names,
      ...result,
      method: 'cell suppression, threshold 10, protected against a reader who knows the method',
      warnings: [],
      sentence: inBoth(
        { other: result.hiddenOther },
        {
          nl: (f) => `${small.nl} verborgen en ${f.other} andere, zodat geen ervan is af te leiden.`,
          en: (f) => `${small.en} hidden and ${f.other} others, so that none can be derived.`,
        },
      ),
    };
  },
});

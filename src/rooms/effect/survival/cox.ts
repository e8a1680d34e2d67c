import * as z from 'zod';
import { cox } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { needFlags, refuseBoth } from '../flags.ts';
import { column, columns, count, covariates, numberList, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { COX_KEYS, covariateColumns, coxShape, sayPace, ties } from './cox-fit.ts';
import { event, stratumOf } from './spells.ts';

export const coxEstimator = estimator({
  name: 'cox',
  question: {
    nl: 'Met welke factor verandert elk kenmerk het tempo?',
    en: 'By what factor does each covariate change the pace?',
  },
  method:
    'Cox regression, ties by Efron (default), Breslow or exactly; strata, start-stop rows, errors robust by cluster (Lin & Wei 1989); baseline at covariates 0; proportionality by Grambsch & Therneau 1994 on the km scale',
  gives: COX_KEYS,
  example: '--time days --event exit --covariates arm,age,edu:factor --test-proportional',
  input: {
    data: tableInput,
    time: column('column of the time (or --start and --stop)').optional(),
    start: column('column of the start of each stretch').optional(),
    stop: column('column of the end of each stretch').optional(),
    event,
    covariates,
    strata: columns('columns whose combinations have a baseline of their own').optional(),
    cluster: column('column whose equal values hang together, or the word row: each row by itself').optional(),
    ties,
    baselineAt: numberList().optional().describe('times for the baseline hazard'),
    testProportional: z.boolean().default(false).describe('test whether factors stay the same over time'),
    count,
  },
  output: rowsResult(coxShape),
  run(input, table) {
    refuseBoth(input, ['time'], ['start', 'stop']);
    if (input.time === undefined) needFlags(input, ['start', 'stop'], { nl: 'of --time', en: 'or --time' });
    const stop = input.stop ?? input.time ?? '';
    const byRow = input.cluster === 'row' && !table.columns.has('row');
    const clusterName = byRow ? undefined : input.cluster;
    const strata = input.strata ?? [];
    const used = usedRows(table, {
      columns: [stop, input.start, input.event, clusterName, ...strata],
      count: input.count,
      covariates: input.covariates,
    });
    const terms = covariateColumns(used, input.covariates);
    const result = given(
      cox(
        {
          stop: used.numbers(stop),
          start: input.start === undefined ? undefined : used.numbers(input.start),
          event: used.numbers(input.event),
          covariates: terms,
          stratum: strata.length === 0 ? undefined : stratumOf(used, strata),
          cluster: byRow ? 'row' : clusterName === undefined ? undefined : used.codes([clusterName]),
          count: used.count,
        },
        { ties: input.ties, baselineAt: input.baselineAt, testProportional: input.testProportional },
      ),
      used,
    );
    return { ...result, missing: used.missing, sentence: sayPace(result, terms[0]?.term ?? '') };
  },
});

import * as z from 'zod';
import { discreteHazard } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, count, covariates, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { byTerm } from '../regression/coefficient-table.ts';
import { sayCoefficients } from '../say-coefficient.ts';
import { coefficientShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { covariateColumns } from './cox-fit.ts';
import { event } from './spells.ts';

export const discreteHazardEstimator = estimator({
  name: 'discrete-hazard',
  question: {
    nl: 'Wat verandert de kans om in een periode te vertrekken?',
    en: 'What changes the chance to leave in a period?',
  },
  method:
    'One trial per person-period with a level per period; link logit (default) or cloglog. Sources: Allison 1982; Prentice & Gloeckler 1978',
  gives:
    'coef, se, ciLow, ciHigh, statistic, p (each {term: value}), n, logLik, deviance; rows (person-periods, as n), people',
  example: '--time weeks --event exit --covariates arm,age --pool-from 20',
  input: {
    data: tableInput,
    time: column('column of the last period at risk, whole numbers from 1'),
    event,
    covariates: covariates.optional(),
    link: z.enum(['logit', 'cloglog']).default('logit').describe('logit (default) or cloglog'),
    poolFrom: z.int().min(1).optional().describe('periods from this one on share one level'),
    count,
  },
  output: rowsResult({ ...coefficientShape, logLik: z.number(), deviance: z.number(), rows: z.int(), people: z.int() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event],
      count: input.count,
      covariates: input.covariates,
    });
    const names = covariateColumns(used, input.covariates);
    const result = given(
      discreteHazard(
        { time: used.numbers(input.time), event: used.numbers(input.event), covariates: names, count: used.count },
        { link: input.link, poolFrom: input.poolFrom },
      ),
    );
    return {
      ...byTerm(result),
      logLik: result.logLik,
      deviance: result.deviance,
      rows: result.rows,
      people: result.people,
      missing: used.missing,
      sentence: sayCoefficients(result.coefficients, input.link === 'logit' ? 'odds' : 'pace', names[0]?.term),
    };
  },
});

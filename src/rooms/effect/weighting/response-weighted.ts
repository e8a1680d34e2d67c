import * as z from 'zod';
import { type Frame, frameOf, responseWeighted } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, count, covariates, outcome, sumOfSquares, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { inBoth, sayEffect } from '../say.ts';
import { EFFECT_KEYS, effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

/** What is not read of who did not respond is no missing value: it is set to 0. */
function withoutIdleOutcome(table: Frame, respondedName: string, idle: readonly (string | undefined)[]): Frame {
  const responded = table.columns.get(respondedName);
  if (!responded) return table;
  const fill = (values: readonly string[]) =>
    values.map((value, i) => (Number(responded[i]) === 1 || responded[i] === '' ? value : '0'));
  const columns = [...table.columns].map(
    ([name, values]) => [name, idle.includes(name) ? fill(values) : values] as const,
  );
  return given(frameOf(columns));
}

export const responseWeightedEstimator = estimator({
  name: 'response-weighted',
  question: {
    nl: 'Hoeveel scheelt een antwoord, gewogen voor wie niet antwoordde?',
    en: 'How much does an answer differ, weighted for those who did not respond?',
  },
  method:
    'Respondents weighted by one over their chance to respond (logit on treatment and covariates among the invited), HC0 error, weights taken as known',
  gives: `${EFFECT_KEYS}; invited, responded`,
  example: '--outcome satisfaction --treatment arm --invited invited --responded responded --covariates age,edu:factor',
  input: {
    data: tableInput,
    outcome,
    treatment,
    invited: column('column with 1 = invited'),
    responded: column('column with 1 = responded; the outcome of others is not read'),
    covariates,
    count,
    sumOfSquares,
  },
  output: rowsResult({ ...effectShape, invited: z.int(), responded: z.int() }),
  run(input, table) {
    const used = usedRows(withoutIdleOutcome(table, input.responded, [input.outcome, input.sumOfSquares]), {
      columns: [input.outcome, input.treatment, input.invited, input.responded, input.sumOfSquares],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      responseWeighted({
        outcome: used.numbers(input.outcome),
        treatment: used.binary(input.treatment),
        invited: used.binary(input.invited),
        responded: used.binary(input.responded),
        covariates: used.terms(input.covariates),
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
      }),
    );
    const what = inBoth(
      { responded: result.responded, invited: result.invited },
      {
        nl: (f) => `Verschil, gewogen van ${f.responded} respondenten naar ${f.invited} genodigden`,
        en: (f) => `Difference, weighted from ${f.responded} respondents to ${f.invited} invited`,
      },
    );
    return { ...result, missing: used.missing, sentence: sayEffect(what, result) };
  },
});

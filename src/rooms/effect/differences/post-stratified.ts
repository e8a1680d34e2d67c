import { postStratified } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { givenStrata } from '../given-strata.ts';
import { count, outcome, strata, sumOfSquares, tableInput, treatment } from '../inputs.ts';
import { DIFFERENCE, sayEffect } from '../say.ts';
import { EFFECT_KEYS, effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

export const postStratifiedEstimator = estimator({
  name: 'post-stratified',
  question: {
    nl: 'Hoeveel scheelt de uitkomst, gemiddeld over strata naar hun omvang?',
    en: 'How much does the outcome differ, averaged over strata by their size?',
  },
  method:
    'Differences within strata weighted by their sizes, Neyman variance, n - 2K df. Source: Miratrix, Sekhon & Yu 2013',
  gives: EFFECT_KEYS,
  example: '--outcome hours --treatment arm --strata district',
  input: { data: tableInput, outcome, treatment, strata, count, sumOfSquares },
  output: rowsResult(effectShape),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.sumOfSquares, ...input.strata],
      count: input.count,
    });
    const result = postStratified({
      outcome: used.numbers(input.outcome),
      treatment: used.binary(input.treatment),
      strata: used.codes(input.strata),
      count: used.count,
      sumOfSquares: used.optional(input.sumOfSquares),
    });
    const effect = givenStrata(result, used, input.strata);
    return { ...effect, missing: used.missing, sentence: sayEffect(DIFFERENCE, effect) };
  },
});

import * as z from 'zod';
import { gComputation } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { needFlags } from '../flags.ts';
import { givenStrata } from '../given-strata.ts';
import { count, covariates, outcome, strata, sumOfSquares, tableInput, treatment } from '../inputs.ts';
import { sayEffect } from '../say.ts';
import { EFFECT_KEYS, effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

/** Covariates as they are named; of a product with the treatment the other part, which then is free in each arm. */
function splitInteractions(
  asked: readonly string[],
  treated: string,
): { covariates: string[]; interactions: string[] } {
  const covariates: string[] = [];
  const interactions: string[] = [];
  for (const each of asked) {
    const parts = each.split('*').map((part) => part.trim());
    const others = parts.filter((part) => part !== treated);
    if (others.length > 0) covariates.push(others.join('*'));
    if (others.length < parts.length && others.length > 0) interactions.push(others.join('*'));
  }
  return { covariates, interactions };
}

/** Strata that are named are expected to count. */
const STRATA_IDLE = {
  code: 'strata_idle',
  sentence: {
    nl: 'De strata doen niet mee: alleen --scheme blocks rekent met loting binnen strata.',
    en: 'The strata take no part: only --scheme blocks reckons with a lot within strata.',
  },
};

export const gComputationEstimator = estimator({
  name: 'g-computation',
  question: {
    nl: 'Wat was de uitkomst geweest als iedereen, en als niemand, was behandeld?',
    en: 'What had the outcome been if all, and if none, had been treated?',
  },
  method:
    'Standardisation of a logit (default) or linear model. fixed (default): delta method, covariates fixed; simple, blocks: variance of that randomisation, robust to the model. Sources: Robins 1986; Bannick et al. 2025 (RobinCar2)',
  gives: EFFECT_KEYS,
  example: '--outcome work --treatment arm --covariates age,edu:factor,score --scheme blocks --strata district',
  input: {
    data: tableInput,
    outcome,
    treatment,
    covariates: covariates.optional(),
    model: z.enum(['logit', 'linear']).default('logit').describe('logit (default) or linear'),
    scheme: z.enum(['fixed', 'simple', 'blocks']).default('fixed').describe('fixed (default), simple, blocks'),
    strata: strata.optional(),
    count,
    sumOfSquares,
  },
  output: rowsResult(effectShape),
  run(input, table) {
    if (input.scheme === 'blocks')
      needFlags(input, ['strata'], { nl: 'bij --scheme blocks', en: 'with --scheme blocks' });
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.sumOfSquares, ...(input.strata ?? [])],
      count: input.count,
      covariates: input.covariates,
    });
    const { covariates: asked, interactions } = splitInteractions(input.covariates ?? [], input.treatment);
    const result = givenStrata(
      gComputation({
        outcome: used.numbers(input.outcome),
        treatment: used.binary(input.treatment),
        covariates: used.terms(asked),
        interactions: used.terms(interactions),
        model: input.model,
        scheme: input.scheme,
        strata: input.strata ? used.codes(input.strata) : undefined,
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
      }),
      used,
      input.strata ?? [],
    );
    const what = {
      nl: 'Gemiddeld verschil als iedereen tegenover niemand was behandeld',
      en: 'Average difference had all rather than none been treated',
    };
    const idle = input.strata !== undefined && input.scheme !== 'blocks';
    const warnings = idle ? [...result.warnings, STRATA_IDLE] : result.warnings;
    return { ...result, warnings, missing: used.missing, sentence: sayEffect(what, result) };
  },
});

import * as z from 'zod';
import { equalLooks, sequentialBounds } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { needFlags, refuseBoth, refuseIdle } from '../flags.ts';
import { numberList } from '../inputs.ts';
import { given } from '../refused.ts';
import { inBoth } from '../say.ts';
import { list, plainResult } from '../shapes.ts';
import { power } from './power-target.ts';

export const sequentialEstimator = estimator({
  name: 'sequential',
  question: {
    nl: 'Bij welke tussenstand mag een lopende proef stoppen?',
    en: 'At which interim result may a running trial stop?',
  },
  method:
    "Efficacy bounds, one-sided. OF: O'Brien-Fleming; P: Pocock; asOF, asP: Lan-DeMets spending; asKD: Kim-DeMets, alpha t^gamma. Inflation at the power given",
  gives: 'information, z, alphaSpent, stageP, inflation',
  example: '--looks 3 --type asOF',
  input: {
    looks: z.int().min(1).max(50).optional().describe('number of equally spaced looks'),
    information: numberList().max(50).optional().describe('share of the information at each look, the last 1'),
    type: z.enum(['OF', 'P', 'asOF', 'asP', 'asKD']).default('OF').describe('OF (default), P, asOF, asP, asKD'),
    gamma: z.number().optional().describe('exponent of asKD, default 2'),
    alpha: z.number().default(0.025).describe('one-sided, default 0.025'),
    power,
  },
  output: plainResult({ information: list, z: list, alphaSpent: list, stageP: list, inflation: z.number() }),
  run({ looks, information, ...design }) {
    refuseBoth({ looks, information }, ['looks'], ['information']);
    if (design.type !== 'asKD') refuseIdle(design, 'gamma', { nl: '--type asKD', en: '--type asKD' });
    if (information === undefined) needFlags({ looks }, ['looks'], { nl: 'of --information', en: 'or --information' });
    const result = given(sequentialBounds({ ...design, information: information ?? equalLooks(looks ?? 1) }));
    const first = result.z[0] as number;
    return {
      ...result,
      warnings: [],
      sentence: inBoth(
        { first, last: result.z.at(-1) as number, more: 100 * (result.inflation - 1) },
        {
          nl: (f) =>
            `Stoppen mag bij de eerste blik vanaf z = ${f.first}, bij de laatste vanaf ${f.last}; de proef vraagt ten hoogste ${f.more}% meer rijen.`,
          en: (f) =>
            `Stopping is allowed from z = ${f.first} at the first look and from ${f.last} at the last; the trial asks at most ${f.more} % more rows.`,
        },
      ),
    };
  },
});

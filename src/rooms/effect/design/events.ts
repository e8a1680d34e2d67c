import * as z from 'zod';
import { requiredEvents } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { inBoth } from '../say.ts';
import { plainResult } from '../shapes.ts';
import { alpha, power, ratio, share } from './power-target.ts';

export const eventsEstimator = estimator({
  name: 'events',
  question: {
    nl: 'Hoeveel gebeurtenissen vraagt een verschil in tempo?',
    en: 'How many events does a difference in pace ask?',
  },
  method: 'Events for a hazard ratio by log-rank or Cox, two-sided. Source: Schoenfeld 1983',
  gives: 'events',
  example: '--hazard-ratio 1.1 --ratio 4',
  input: { hazardRatio: share('pace of the treated over that of the others'), ratio, power, alpha },
  output: plainResult({ events: z.number() }),
  run({ hazardRatio, ...target }) {
    const result = given(requiredEvents(hazardRatio, target));
    return {
      ...result,
      method: 'Schoenfeld (1983), two-sided',
      warnings: [],
      sentence: inBoth(
        { events: Math.ceil(result.events - 1e-9) },
        {
          nl: (f) => `Dit verschil in tempo vraagt ${f.events} gebeurtenissen.`,
          en: (f) => `This difference in pace asks ${f.events} events.`,
        },
      ),
    };
  },
});

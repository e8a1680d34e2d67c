import { adjustP } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { numberList } from '../inputs.ts';
import { given } from '../refused.ts';
import { counted, inBoth } from '../say.ts';
import { list, plainResult } from '../shapes.ts';

export const adjustPEstimator = estimator({
  name: 'adjust-p',
  question: {
    nl: 'Wat blijft er van p-waarden over als er veel zijn bekeken?',
    en: 'What is left of p-values when many were looked at?',
  },
  method: 'Bonferroni, Holm 1979, Hochberg 1988, Hommel 1988, Benjamini & Hochberg 1995, Benjamini & Yekutieli 2001',
  gives: 'bonferroni, holm, hochberg, hommel, bh, by (each in the order given)',
  example: '--p 0.01,0.02,0.04',
  input: { p: numberList().describe('p-values, comma separated') },
  output: plainResult({ bonferroni: list, holm: list, hochberg: list, hommel: list, bh: list, by: list }),
  run(input) {
    const result = given(adjustP(input.p));
    const left = result.holm.filter((p) => p < 0.05).length;
    const all = counted(input.p.length, { nl: 'p-waarde', en: 'p-value' }, { nl: 'p-waarden', en: 'p-values' });
    return {
      ...result,
      method: 'adjusted for the number of p-values',
      warnings: [],
      sentence: inBoth(
        { left },
        {
          nl: (f) =>
            `Van ${all.nl} ${left === 1 ? 'blijft' : 'blijven'} er ${f.left} onder 0,05 na correctie volgens Holm.`,
          en: (f) => `Of ${all.en} ${f.left} ${left === 1 ? 'stays' : 'stay'} below 0.05 after the correction of Holm.`,
        },
      ),
    };
  },
});

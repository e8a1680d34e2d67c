import { coefficientOf } from '../regression/regression-table.ts';
import { discreteHazard } from './discrete-hazard.ts';
import { data, estimated, expectClose, indicator, reference } from './references.fixture.ts';

for (const link of ['logit', 'cloglog'] as const) {
  reference(`unemp.dthazard.${link}`, (entry) => {
    const table = data('unempdur_mccall');
    const names = ['reprate', 'uin', 'disrate', 'logwage', 'tenure'];
    const result = estimated(
      discreteHazard(
        {
          time: table.number('spell'),
          event: table.number('censor1'),
          covariates: names.map((term) => ({
            term,
            values: term === 'uin' ? indicator(table.text('ui'), (ui) => ui === 'yes') : table.number(term),
          })),
        },
        { link, poolFrom: 20 },
      ),
    );
    const pick = (key: 'estimate' | 'se') =>
      Object.fromEntries(names.map((name) => [name, coefficientOf(result, name)?.[key]]));
    const named = { coef: pick('estimate'), se: pick('se'), deviance: result.deviance, n_rows: result.rows };
    expectClose(named, entry.expected, entry);
  });
}

import * as z from 'zod';
import { type Contract, contract, type Refusals, type RefusalText } from '../../platform/contract.ts';
import { NOT_ESTIMABLE, type NotEstimableCode } from '../../stats/index.ts';
import { roles } from '../organisation/index.ts';
import type { Estimator } from './estimator.ts';
import { estimators } from './estimators.ts';
import { words } from './shapes.ts';

/** Columns of one file are equally long: that refusal of the engine cannot come from a command. */
export type EffectCode = Exclude<NotEstimableCode, 'unequal_lengths'>;

/** What the estimators refuse: the register of the engine, as answers of the product. */
export const effectRefusals = Object.fromEntries(
  Object.entries(NOT_ESTIMABLE)
    .filter(([code]) => code !== 'unequal_lengths')
    .map(([code, sentence]): [string, RefusalText] => [code, { http: 422, exit: 3, ...sentence }]),
) as Record<EffectCode, RefusalText> satisfies Refusals;

/** Where the example data lie, from the folder of the product. */
const EXAMPLE_DATA = 'src/rooms/effect/data/trial.csv';

/** The command of an example. */
export function exampleOf({ name, example, input }: Estimator): string {
  const data = 'data' in input && !example.startsWith('(') ? ` --data ${EXAMPLE_DATA}` : '';
  return example.startsWith('(')
    ? `sluitend stats ${name} --data FILE.csv ${example}`
    : `sluitend stats ${name}${data} ${example}`;
}

function contractOf(estimator: Estimator): Contract {
  const { name, question, method, gives, input, output } = estimator;
  return contract({
    name: `effect.${name}`,
    command: `stats ${name}`,
    method: 'POST',
    path: `/stats/${name}`,
    reads: true,
    summary: {
      nl: question.nl,
      en: `${question.en} ${method}. JSON: ${gives}. Example: ${exampleOf(estimator)}`,
    },
    input: z.object(input),
    output,
    roles: [...roles],
    reach: 'none',
    refusals: effectRefusals,
  });
}

/** One contract per estimator, in the order of the list. */
export const estimatorContracts: readonly Contract[] = estimators.map(contractOf);

/** The list of estimators: `sluitend stats --list`. */
export const listEstimators = contract({
  name: 'effect.list-estimators',
  command: 'stats',
  method: 'GET',
  path: '/stats',
  summary: {
    nl: 'Alle schatters met de vraag die elk beantwoordt',
    en: 'Estimates from a file: every command with the question that it answers (--list), or one of them',
  },
  input: z.object({ list: z.boolean().optional().describe('print all commands with their question') }),
  output: z.object({
    estimators: z.array(
      z
        .object({ name: z.string(), question: words, method: z.string(), gives: z.string(), example: z.string() })
        .readonly(),
    ),
  }),
  roles: [...roles],
  reach: 'none',
});

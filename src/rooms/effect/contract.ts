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
const EXAMPLE_DATA = 'src/rooms/effect/data';

/** The command of an example, to be run in the folder of the product. */
export function exampleOf({ name, example, exampleData = 'trial.csv', input }: Estimator): string {
  const data = 'data' in input ? `--data ${EXAMPLE_DATA}/${exampleData}` : '';
  return ['sluitend stats', name, data, example].filter((part) => part !== '').join(' ');
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
      en: `${question.en} ${method}. JSON (? = left out where it does not apply): ${gives}. Example (in the folder of the product): ${exampleOf(estimator)}`,
    },
    input: z.object(input),
    output,
    roles: [...roles],
    reach: 'none',
    standsAlone: true,
    machineOnly: true,
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
  input: z.object({
    list: z.boolean().optional().describe('print all commands with their question'),
    name: z.string().optional().describe('the command'),
  }),
  positional: ['name'],
  output: z.object({
    estimators: z.array(
      z
        .object({ name: z.string(), question: words, method: z.string(), gives: z.string(), example: z.string() })
        .readonly(),
    ),
  }),
  roles: [...roles],
  reach: 'none',
  standsAlone: true,
  machineOnly: true,
});

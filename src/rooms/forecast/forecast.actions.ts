import type * as z from 'zod';
import { action, type Language } from '../../platform/actions.ts';
import { wordsForIssues } from '../../platform/input-words.ts';
import { Refusal } from '../../platform/refusal.ts';
import { computeBridge } from './bridge/compute-bridge.ts';
import { computeCohortCase } from './cohort/cohort-case.ts';
import { cohortCase } from './cohort/cohort-shape.ts';
import {
  bridge as bridgeContract,
  cohort as cohortContract,
  triangleCase,
  triangle as triangleContract,
} from './contract.ts';
import { isNotEstimable, type NotEstimable } from './not-estimable.ts';
import { seriesActions } from './series.actions.ts';
import { showBridge, showCohort, showTriangle } from './show.ts';
import { chainLadder } from './triangle/chain-ladder.ts';
import { readTriangle } from './triangle/read-triangle.ts';

const cohort = action(
  cohortContract,
  async ({ language }, { input }) => orRefuse(computeCohortCase(readJsonInput(cohortCase, input, language))),
  { show: showCohort },
);

const bridge = action(
  bridgeContract,
  async (_context, { fromInflow, fromHours, toInflow, toHours, ...assumed }) =>
    orRefuse(
      computeBridge({
        from: { inflow: fromInflow, hours: fromHours },
        to: { inflow: toInflow, hours: toHours },
        ...assumed,
      }),
    ),
  { show: showBridge },
);

const triangle = action(
  triangleContract,
  async ({ language }, { input }) => {
    const { triangle: rows, sigma } = readJsonInput(triangleCase, input, language);
    return chainLadder(orRefuse(readTriangle(rows)), sigma);
  },
  { show: showTriangle },
);

export const cohortActions = [cohort, bridge, triangle] as const;

/** Every action of the room. */
export const forecastActions = [...cohortActions, ...seriesActions] as const;

/** A result, or the refusal that its code declares. */
export function orRefuse<T extends object>(result: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(result)) {
    throw new Refusal(result.code, result.detail === null ? {} : { detail: result.detail });
  }
  return result as Exclude<T, NotEstimable<string>>;
}

/** Reads a file of JSON (bytes) by its schema; a value that is no file was checked already. All faults come together. */
export function readJsonInput<T extends z.ZodType>(
  schema: T,
  input: Uint8Array | z.output<T>,
  language: Language,
): z.output<T> {
  if (!(input instanceof Uint8Array)) return input;
  const parsed = schema.safeParse(parseJson(input), { error: wordsForIssues(language) });
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid_input', {
    faults: parsed.error.issues.map((issue) => ({
      field: ['input', ...issue.path].join('.'),
      code: issue.code,
      message: issue.message,
    })),
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal('invalid_input', { faults: [{ field: 'input', code: 'json', message }] });
  }
}

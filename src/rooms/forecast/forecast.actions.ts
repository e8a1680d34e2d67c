import { action } from '../../platform/actions.ts';
import { readJsonInput } from '../../platform/read-json-input.files.ts';
import { computeBridge } from './bridge/compute-bridge.ts';
import { computeCohortCase } from './cohort/cohort-case.ts';
import { cohortCase } from './cohort/cohort-shape.ts';
import {
  bridge as bridgeContract,
  cohort as cohortContract,
  triangleCase,
  triangle as triangleContract,
} from './contract.ts';
import { orRefuse } from './json-input.ts';
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

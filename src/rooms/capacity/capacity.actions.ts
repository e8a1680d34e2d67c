import { action } from '../../platform/actions.ts';
import { readJsonInput } from '../../platform/read-json-input.files.ts';
import { orRefuse } from '../forecast/index.ts';
import { funnelCaseShape, funnel as funnelContract, projectCaseShape, project as projectContract } from './contract.ts';
import { projectCase } from './project.ts';
import { recruitmentCase } from './recruit.ts';
import { showFunnel, showProjection } from './show.ts';

const project = action(
  projectContract,
  async ({ language }, { input }) => orRefuse(projectCase(readJsonInput(projectCaseShape, input, language))),
  { show: showProjection },
);

const funnel = action(
  funnelContract,
  async ({ language }, { input }) => orRefuse(recruitmentCase(readJsonInput(funnelCaseShape, input, language))),
  { show: showFunnel },
);

/** Every action of the room. */
export const capacityActions = [project, funnel] as const;

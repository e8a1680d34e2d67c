import { expect, test } from 'vitest';
import { actions } from '../../src/apps/actions.ts';
import { jobs } from '../../src/apps/jobs.ts';
import { isAdmitted } from '../../src/platform/access.ts';
import { roles } from '../../src/rooms/organisation/index.ts';

test('an action is scheduled once: its name is that of its runs', () => {
  const names = jobs.map((job) => job.action.contract.name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBe(new Set(names).size);
});

test.each(jobs.map((job) => [job.action.contract.name, job] as const))('%s can run as it is declared', (_name, job) => {
  const { contract } = job.action;
  expect(actions).toContain(job.action);
  expect(contract.input.safeParse(job.input).success).toBe(true);
  // It runs in one transaction with the mark that it is done, so it is not one that only reads.
  expect(contract.reads ?? contract.method === 'GET').toBe(false);
  expect(isAdmitted(contract.roles, job.actor)).toBe(true);
  expect(roles as readonly string[]).not.toContain(job.actor.role);
});

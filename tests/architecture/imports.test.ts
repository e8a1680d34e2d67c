import { resolve } from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error the checks are plain JavaScript, so that they run before anything is built
import { violations } from '../../scripts/dependencies.mjs';
import { projectRoot } from '../../src/platform/root.ts';

const rulesBroken = (folder: string): string[] => {
  const found = violations(resolve(projectRoot, folder)) as string[];
  return [...new Set(found.map((line) => line.split(':')[0] as string))].sort();
};

test.each([
  ['order', ['room-order-organisation']],
  ['doors', ['two-doors-organisation']],
  ['contracts', ['two-doors-organisation']],
  ['screens', ['screen-doors-organisation']],
  ['purity', ['purity']],
  ['web', ['purity', 'web-never-server']],
  ['cycle', ['no-cycles']],
])('the check on imports finds the violation seeded in %s', (folder, expected) => {
  expect(rulesBroken(`tests/architecture/seeded/${folder}`)).toEqual(expected);
});

test('the house keeps its own rules', () => {
  expect(violations(projectRoot)).toEqual([]);
});

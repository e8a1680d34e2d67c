import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = dirname(fileURLToPath(import.meta.url));

/** Files that the index reaches, following its imports. */
function reached(from: string, seen = new Set<string>()): Set<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const [, target = ''] of readFileSync(from, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)) {
    expect(target, `${relative(folder, from)} imports only its own engine`).toMatch(/^\.\.?\//);
    reached(resolve(dirname(from), target), seen);
  }
  return seen;
}

test('the engine depends on nothing outside its folder', () => {
  const files = reached(resolve(folder, 'index.ts'));
  expect(files.size).toBeGreaterThan(50);
  for (const file of files) expect(relative(folder, file)).not.toMatch(/^\.\./);
});

test('imported alone it estimates', async () => {
  const { isNotEstimable, meanDifference } = await import('./index.ts');
  const result = meanDifference({ outcome: [1, 2, 4, 7], treatment: [0, 0, 1, 1] });
  expect(isNotEstimable(result)).toBe(false);
  expect(result).toMatchObject({ estimate: 4, n: 4, n1: 2, n0: 2 });
});

/** What a reader comes for, in the order of `sluitend stats --list`: a name that is dropped from the index breaks theirs. */
const PROMISED = [
  'meanDifference',
  'meanDifferenceOfMoments',
  'proportionDifference',
  'wilsonInterval',
  'fisher',
  'rankSum',
  'cochranMantelHaenszel',
  'postStratified',
  'postStratifiedOfMoments',
  'lin',
  'ols',
  'olsByErrors',
  'logit',
  'cloglog',
  'gComputation',
  'instrumental',
  'ipw',
  'aipw',
  'responseWeighted',
  'balance',
  'standardisedDifference',
  'flow',
  'adjustP',
  'kaplanMeier',
  'nelsonAalen',
  'logRank',
  'rmst',
  'aalenJohansen',
  'cox',
  'discreteHazard',
  'timingOfEvents',
  'sampleSizeOfProportions',
  'sampleSizeOfMeans',
  'arcsineSampleSize',
  'detectableDifference',
  'requiredEvents',
  'designEffect',
  'sequentialBounds',
  'allocate',
  'suppressSmallCounts',
];

test('every estimator is published by its name', async () => {
  const published: Record<string, unknown> = await import('./index.ts');
  expect(PROMISED.filter((name) => typeof published[name] !== 'function')).toEqual([]);
});

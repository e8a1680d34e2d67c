import { expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { countTests } from '../../scripts/count-tests.mjs';

const report = { numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 0 };

test.each([
  ['all is well', report, true, { passed: 7, failed: 0 }],
  ['a fault outside every test', report, false, { passed: 7, failed: 1 }],
  ['two tests failed', { ...report, numFailedTests: 2, numFailedTestSuites: 1 }, false, { passed: 7, failed: 2 }],
  ['a file that does not load', { ...report, numFailedTestSuites: 1 }, false, { passed: 7, failed: 1 }],
  ['no report', null, false, { passed: 0, failed: 1 }],
  ['no report of a run that says it ended well', null, true, { passed: 0, failed: 1 }],
] as const)('%s', (_case, found, endedWell, counts) => {
  expect(countTests(found, endedWell)).toEqual(counts);
});

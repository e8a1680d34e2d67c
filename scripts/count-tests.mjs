/**
 * What a run of vitest counts for: `report` is its JSON (null when none came), `endedWell` whether it left with exit
 * code 0. A run that failed without a failed test (a fault outside every test, a crash) counts as one failure.
 */
export function countTests(report, endedWell) {
  if (report === null) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report;
  return { passed, failed: Math.max(numFailedTests, numFailedTestSuites > 0 || !endedWell ? 1 : 0) };
}

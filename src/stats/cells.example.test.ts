import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isNotEstimable, lin } from './index.ts';

/** The cells of this folder's README. */
const study = {
  treatment: Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0),
  count: Float64Array.of(41_200, 22_900, 10_350, 5_480, 10_310, 5_730, 2_560, 1_390),
  outcome: Float64Array.of(498_520, 238_160, 111_780, 50_416, 119_596, 56_154, 26_112, 12_093),
  sumOfSquares: Float64Array.of(11_081_900, 4_720_300, 2_213_200, 902_800, 2_596_300, 1_087_900, 503_000, 206_900),
  covariates: [
    { name: 'long', values: Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1) },
    { name: 'north', values: Float64Array.of(0, 0, 1, 1, 0, 0, 1, 1) },
  ],
};

test('the cells of the README say what the README says they say', () => {
  const adjusted = lin(study);
  if (isNotEstimable(adjusted)) throw new Error(adjusted.sentence.en);
  const { n, estimate, ciLow, ciHigh } = adjusted;
  const said = `${n}, ${estimate.toFixed(3)} (${ciLow.toFixed(3)} to ${ciHigh.toFixed(3)})`;
  expect(readFileSync(new URL('README.md', import.meta.url), 'utf8')).toContain(`// ${said}`);
});

test('an arm of eight cells is its moments by hand', () => {
  const plain = lin({ ...study, covariates: [] });
  if (isNotEstimable(plain)) throw new Error(plain.sentence.en);
  const total = (of: Float64Array, arm: number): number =>
    of.reduce((sum, value, i) => sum + (study.treatment[i] === arm ? value : 0), 0);
  const moments = (arm: number) => {
    const n = total(study.count, arm);
    const mean = total(study.outcome, arm) / n;
    return { mean, error: (total(study.sumOfSquares, arm) - n * mean * mean) / (n - 1) / n };
  };
  const [one, zero] = [moments(1), moments(0)];
  expect(plain.estimate).toBeCloseTo(one.mean - zero.mean, 10);
  expect(plain.se).toBeCloseTo(Math.sqrt(one.error + zero.error), 10);
});

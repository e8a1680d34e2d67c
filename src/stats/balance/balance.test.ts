import { expect, test } from 'vitest';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { describeShared, expectedEntry, expectWithin, numbersOf, sharedColumns } from '../testing/expected.files.ts';
import { balance } from './balance.ts';
import { flow } from './flow.ts';

function estimable<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

describeShared('reference results of balance', () => {
  test('nsw_dw.balance.smd and nsw_dw.balance.F', () => {
    const smd = expectedEntry('nsw_dw.balance.smd');
    const joint = expectedEntry('nsw_dw.balance.F');
    const columns = sharedColumns('nsw_dw');
    const terms = Object.keys(smd.expected).map((name) => ({ name, values: numbersOf(columns[name]) }));
    const got = estimable(balance(terms, numbersOf(columns.treat)));
    for (const { name } of terms) expectWithin(got.smd[name], smd.expected[name], smd);
    for (const key of ['F', 'df1', 'df2', 'p'] as const) expectWithin(got[key], joint.expected[key], joint);
    expect(got.warnings[0]?.sentence.en).toContain('nodegree');
  });

  test('consort', () => {
    const entry = expectedEntry('consort');
    const columns = sharedColumns('uwv_synth');
    const got = estimable(flow(columns.arm as string[], numbersOf(columns.got)));
    expectWithin(got.n, entry.expected.n, entry);
    for (const arm of ['S', 'E', 'C']) {
      expectWithin(got.arms[arm]?.n, entry.expected[arm], entry);
      expectWithin(got.arms[arm]?.received, entry.expected[`got_${arm}`], entry);
    }
  });
});

test('what cannot be compared is refused with the name of the term', () => {
  const treatment = Float64Array.of(1, 1, 0, 0);
  const term = (values: number[]) => [{ name: 'age', values: Float64Array.from(values) }];
  expect(balance(term([1, 2, 3, 4]), Float64Array.of(1, 1, 1, 1))).toMatchObject({ code: 'one_arm' });
  expect(balance(term([1, 2, 3, 4]), Float64Array.of(1, 2, 1, 1))).toMatchObject({ code: 'not_binary' });
  expect(balance(term([5, 5, 5, 5]), treatment)).toMatchObject({
    code: 'constant',
    sentence: { en: expect.stringContaining('age') },
  });
  expect(balance(term([5, Number.NaN, 5, 5]), treatment)).toMatchObject({ code: 'missing_value' });
  expect(balance([], treatment)).toMatchObject({ code: 'too_few' });
  expect(flow(['S'], [2])).toMatchObject({ code: 'not_binary' });
  expect(flow([], [])).toMatchObject({ code: 'too_few' });
});

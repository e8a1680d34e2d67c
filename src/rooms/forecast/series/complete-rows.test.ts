import { expect, test } from 'vitest';
import { judgeRowCounts } from './complete-rows.ts';

const rows = (...runs: readonly (readonly [count: number, times: number])[]) =>
  runs.flatMap(([count, times]) => Array.from({ length: times }, () => count));

test.each([
  ['a late row at the end', rows([2, 20], [1, 1]), [20], undefined],
  ['two late periods, one of them wholly', rows([3, 20], [0, 1], [1, 1]), [21], undefined],
  ['a hole in the middle', rows([2, 20], [1, 2], [2, 20]), [20, 21], undefined],
  ['a second hole soon after', rows([2, 20], [1, 1], [2, 2], [1, 1]), [20, 23], undefined],
  ['fewer rows for good', rows([3, 20], [2, 12]), [], 20],
  ['a late row after fewer for good', rows([3, 20], [2, 12], [1, 1]), [32], 20],
  ['one row more from some day on', rows([2, 20], [3, 9]), [], undefined],
  ['events, whose number varies', [4, 3, 5, 4, 4, 6, 5, 3, 4, 2, 1], [], undefined],
  ['one row per period with gaps', rows([1, 20], [0, 2], [1, 3], [0, 1]), [], undefined],
  ['too little history to tell', rows([2, 3], [1, 1]), [], undefined],
])('%s', (...[, counts, incomplete, endedFrom]) => {
  expect(judgeRowCounts(counts, 12)).toMatchObject({ incomplete, endedFrom });
});

test('says how many rows were usual', () => {
  expect(judgeRowCounts(rows([3, 20], [1, 1]), 12).usual.get(20)).toBe(3);
});

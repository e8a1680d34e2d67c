import { expect, it } from 'vitest';
import { countLate } from './late-once-in.ts';

it('counts who passed a due date; the day itself and no date are not late', () => {
  const due = (dueDate: string | null) => ({ dueDate });
  expect(countLate([due('2015-08-01'), due('2019-09-15'), due('2019-09-14'), due(null)], '2019-09-15')).toBe(2);
});

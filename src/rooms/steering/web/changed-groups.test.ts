import { expect, test } from 'vitest';
import type { Difference } from './agreement.ts';
import { closedPart, groupLines } from './changed-groups.ts';

const group = (code: string, count: number, [numerator, denominator]: readonly [number, number]) => ({
  code,
  title: { nl: code, en: code },
  count,
  numerator,
  denominator,
});
const line = (benefitId: string, code: string): Difference['lines'][number] => ({
  benefitId,
  clientId: benefitId,
  name: null,
  office: { id: 'O1', name: 'Een' },
  before: { numerator: 0, denominator: 1 },
  after: { numerator: 1, denominator: 1 },
  reasons: [{ code, onDate: null, knownOn: null, sentence: { nl: '', en: '' } }],
});
const difference: Difference = {
  at: '2019-08-31',
  knownBefore: '2019-09-02',
  known: '2019-09-15',
  windowDays: null,
  before: { numerator: 1064, denominator: 1182 },
  after: { numerator: 1066, denominator: 1179 },
  count: 9,
  closed: 1,
  groups: [group('benefit_ended', 3, [-2, -3]), group('contact_late', 5, [5, 0])],
  lines: [line('U3', 'benefit_ended'), line('U4', 'contact_late'), line('U5', 'contact_late')],
  next: 'U5',
};

test('on each page stand all groups with their whole sums, the lines of the page under theirs', () => {
  const [ended, late] = groupLines(difference, 2);
  expect([ended?.where, ended?.lines.length, ended?.group.numerator]).toEqual(['continued', 1, -2]);
  expect([late?.where, late?.lines.length, late?.group.numerator]).toEqual(['here', 2, 5]);
  const last = groupLines({ ...difference, lines: difference.lines.slice(2) }, 4);
  expect(last.map((each) => each.where)).toEqual(['other', 'continued']);
});

test('those that may not be opened make up what the groups leave over, unless the figure is withheld', () => {
  expect(closedPart(difference)).toEqual({ count: 1, numerator: -1, denominator: 0 });
  expect(closedPart({ ...difference, closed: 0 })).toBeNull();
  expect(closedPart({ ...difference, before: { numerator: 'too_small', denominator: 1182 } })).toBeNull();
});

import { expect, test } from 'vitest';
import { firstPageOf, pagesOf, roles } from './role.ts';

test('every role begins on a page that it may enter; the data steward on what came in', () => {
  for (const role of roles) expect(pagesOf(role)).toContain(firstPageOf(role));
  expect(firstPageOf('data_steward')).toBe('deliveries');
  expect(firstPageOf('adviser')).toBe('today');
});

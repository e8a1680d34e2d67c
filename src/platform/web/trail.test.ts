import { expect, test } from 'vitest';
import { readTrail, writeTrail } from './trail.ts';

test('the way through the pages of a list comes back from its address', () => {
  const trail = ['2019-03-14~K1', '2019-04-01~K2'];
  const address = new URLSearchParams(`after=${encodeURIComponent(writeTrail(trail) ?? '')}`);
  expect(readTrail(address.get('after'))).toEqual(trail);
  expect(writeTrail([])).toBeNull();
  expect(readTrail(null)).toEqual([]);
  expect(readTrail('')).toEqual([]);
});

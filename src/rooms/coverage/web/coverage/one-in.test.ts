import { describe, expect, it } from 'vitest';
import { computeOneIn } from './one-in.ts';

describe('a share as one in so many', () => {
  it.each([
    { part: 98, whole: 546, n: 'zes', how: 'more' },
    { part: 628, whole: 8307, n: 'dertien', how: 'even' },
    { part: 10, whole: 64, n: 'zes', how: 'less' },
    { part: 1, whole: 2, n: 'twee', how: 'even' },
    { part: 1, whole: 21, n: '21', how: 'even' },
  ] as const)('$part of $whole is $n ($how)', ({ part, whole, n, how }) => {
    expect(computeOneIn(part, whole, 'nl')).toEqual({ n, how });
  });

  it('says nothing for nobody and for most of them', () => {
    expect(computeOneIn(0, 546, 'nl')).toBeNull();
    expect(computeOneIn(30, 40, 'nl')).toBeNull();
  });

  it('is as plain in English', () => {
    expect(computeOneIn(98, 546, 'en')).toEqual({ n: 'six', how: 'more' });
  });
});

import { describe, expect, it } from 'vitest';
import { computeOneIn } from './one-in.ts';

describe('a share as one in so many', () => {
  it.each([
    [98, 546, 'zes', 'more'],
    [628, 8307, 'dertien', 'even'],
    [10, 64, 'zes', 'less'],
    [1, 2, 'twee', 'even'],
    [1, 21, '21', 'even'],
  ] as const)('%i of %i is %s (%s)', (part, whole, n, how) => {
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

import { expect, test } from 'vitest';
import { type Equation, listDerivable } from './derivable.ts';

const equation = (of: Record<string, number>): Equation => new Map(Object.entries(of));

test('one unknown in an equation follows, two do not', () => {
  expect(listDerivable([equation({ a: 1 })])).toEqual(['a']);
  expect(listDerivable([equation({ a: 1, b: -1 })])).toEqual([]);
});

test('equations give away together what none of them does alone', () => {
  // a + b, b + c and a + c are known
  const pairs = [equation({ a: 1, b: 1 }), equation({ b: 1, c: 1 }), equation({ a: 1, c: 1 })];
  expect(listDerivable(pairs).toSorted()).toEqual(['a', 'b', 'c']);
  expect(listDerivable(pairs.slice(0, 2))).toEqual([]);
});

test('an equation that says nothing new gives nothing', () => {
  expect(listDerivable([equation({ a: 1, b: 1 }), equation({ a: 2, b: 2 })])).toEqual([]);
});

import { expect, test } from 'vitest';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { seededGenerator, shuffle } from './generator.ts';

test('a seed fixes the numbers, another seed gives others', () => {
  const draw = (seed: number) => {
    const generator = seededGenerator(seed);
    return Array.from({ length: 5 }, () => generator.uniform());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7)).not.toEqual(draw(7 + 2 ** 33));
});

test('draws below n are even', () => {
  const generator = seededGenerator(20171201);
  const counts = Array.from({ length: 7 }, () => 0);
  for (let i = 0; i < 70_000; i += 1) {
    const at = generator.below(7);
    counts[at] = (counts[at] as number) + 1;
  }
  const chisq = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquareUpper(chisq, 6)).toBeGreaterThan(0.001);
});

test('normal draws have mean 0 and variance 1', () => {
  const generator = seededGenerator(3);
  const draws = Array.from({ length: 100_000 }, () => generator.normal());
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.015);
  expect(Math.abs(draws.reduce((a, b) => a + b * b, 0) / draws.length - 1)).toBeLessThan(0.02);
});

test('every order of three is as likely', () => {
  const generator = seededGenerator(11);
  const counts = new Map<string, number>();
  for (let i = 0; i < 60_000; i += 1) {
    const values = ['a', 'b', 'c'];
    shuffle(values, generator);
    const key = values.join('');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const chisq = [...counts.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquareUpper(chisq, 5)).toBeGreaterThan(0.001);
});

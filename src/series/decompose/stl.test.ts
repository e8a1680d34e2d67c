import { describe, expect, test } from 'vitest';
import { referencesOf } from '../testing/references.files.ts';
import { stl } from './stl.ts';

type StlReference = {
  readonly id: string;
  readonly period: number;
  readonly window: number | 'periodic';
  readonly degree: 0 | 1;
  readonly robust: boolean;
  readonly y: number[];
  readonly seasonal: number[];
  readonly trend: number[];
};

describe('stl against R stats::stl', () => {
  test.each(referencesOf<StlReference>('stl'))('$id', (reference) => {
    const parts = stl(Float64Array.from(reference.y), {
      period: reference.period,
      seasonalWindow: reference.window,
      seasonalDegree: reference.degree,
      robust: reference.robust,
    });
    reference.y.forEach((value, t) => {
      expect(parts.seasonal[t]).toBeCloseTo(reference.seasonal[t]!, 8);
      expect(parts.trend[t]).toBeCloseTo(reference.trend[t]!, 8);
      expect(parts.seasonal[t]! + parts.trend[t]! + parts.remainder[t]!).toBeCloseTo(value, 9);
    });
  });
});

test('a level with a fixed season comes apart exactly', () => {
  const figures = [3, -1, -2, 0];
  const y = Float64Array.from({ length: 40 }, (_, t) => 10 + figures[t % 4]!);
  const parts = stl(y, { period: 4, seasonalWindow: 'periodic' });
  parts.seasonal.forEach((value, t) => {
    expect(value).toBeCloseTo(figures[t % 4]!, 6);
  });
});

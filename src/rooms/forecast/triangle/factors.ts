import type { Triangle } from './read-triangle.ts';

/** One development step, from column k to k + 1. */
export interface Step {
  /** Volume-weighted factor: sum of later over sum of earlier amounts. */
  readonly f: number;
  /** Sum of the amounts in column k of the rows that reach k + 1. */
  readonly base: number;
  /** Mack's variance parameter, or null when only one row reaches k + 1. */
  readonly sigmaSquared: number | null;
}

/** Chain-ladder factors and variance parameters (Mack 1993, ASTIN Bulletin 23). */
export function developmentSteps(triangle: Triangle): readonly Step[] {
  const columns = triangle[0]?.length ?? 0;
  return Array.from({ length: columns - 1 }, (_, k) => {
    const rows = triangle.filter((row) => row.length > k + 1);
    const base = rows.reduce((sum, row) => sum + (row[k] ?? 0), 0);
    const f = rows.reduce((sum, row) => sum + (row[k + 1] ?? 0), 0) / base;
    const spread = rows.reduce((sum, row) => {
      const from = row[k] ?? 1;
      return sum + from * ((row[k + 1] ?? 0) / from - f) ** 2;
    }, 0);
    return { f, base, sigmaSquared: rows.length > 1 ? spread / (rows.length - 1) : null };
  });
}

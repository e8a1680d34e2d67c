import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cholesky } from './cholesky.ts';
import { factorColumns } from './factor.ts';
import { gram } from './gram.ts';
import { congruence, multiply, transpose } from './matrix.ts';
import { BLOCK_ROWS } from './row-block.ts';
import { sequentialQr } from './sequential-qr.ts';
import { functionOfSymmetric, symmetricEigen } from './symmetric-eigen.ts';
import { invertUpper, solveUpper, solveUpperTransposed } from './triangular.ts';

/** Columns with entries between -1 and 1 from a linear congruential generator, the same on every run. */
function columnsOf(rows: number, count: number, seed: number): Float64Array[] {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return Array.from({ length: count }, () => Float64Array.from({ length: rows }, next));
}

function norms(columns: readonly Float64Array[]): Float64Array {
  return Float64Array.from(columns, (column) => Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)));
}

function expectClose(a: Float64Array, b: Float64Array, digits = 1e-11): void {
  expect(a.length).toBe(b.length);
  a.forEach((value, i) => {
    expect(Math.abs(value - b[i]!)).toBeLessThanOrEqual(digits * (1 + Math.abs(b[i]!)));
  });
}

const shapes = fc.record({
  rows: fc.integer({ min: 8, max: 3 * BLOCK_ROWS + 7 }),
  size: fc.integer({ min: 1, max: 7 }),
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
});

describe('kernels', () => {
  test('the blocked Gram matrix is the sum of products, scaled and shifted', () => {
    fc.assert(
      fc.property(shapes, ({ rows, size, seed }) => {
        const columns = columnsOf(rows, size, seed);
        const scale = columnsOf(rows, 1, seed + 1)[0]!;
        const shift = columnsOf(size, 1, seed + 2)[0]!;
        const plain = new Float64Array(size * size);
        for (let j = 0; j < size; j++)
          for (let k = 0; k < size; k++)
            for (let i = 0; i < rows; i++)
              plain[j * size + k]! += scale[i]! ** 2 * (columns[j]![i]! - shift[j]!) * (columns[k]![i]! - shift[k]!);
        expectClose(gram({ columns, scale, shift }), plain);
      }),
      { numRuns: 40 },
    );
  });

  test('Cholesky of the squares and the reflections of the columns give one factor, up to signs', () => {
    fc.assert(
      fc.property(shapes, ({ rows, size, seed }) => {
        const columns = columnsOf(rows, size, seed);
        const bySquares = cholesky(gram({ columns }), size);
        const byReflection = sequentialQr({ columns });
        if (bySquares === undefined || bySquares.smallestPivot < 1e-6) return;
        expectClose(byReflection.map(Math.abs), bySquares.upper.map(Math.abs), 1e-8);
      }),
      { numRuns: 40 },
    );
  });

  test('triangular solves and inverse undo the factor', () => {
    const columns = columnsOf(50, 6, 3);
    const { upper } = cholesky(gram({ columns }), 6)!;
    const b = columnsOf(6, 1, 9)[0]!;
    expectClose(multiply(upper, solveUpper(upper, b), { rows: 6, inner: 6 }), b);
    expectClose(multiply(transpose(upper, 6), solveUpperTransposed(upper, b), { rows: 6, inner: 6 }), b);
    const identity = new Float64Array(36).map((_, at) => (at % 7 === 0 ? 1 : 0));
    expectClose(multiply(upper, invertUpper(upper, 6), { rows: 6, inner: 6 }), identity);
  });

  test('eigenvalues and vectors make the matrix again, and its root squared is the matrix', () => {
    fc.assert(
      fc.property(shapes, ({ rows, size, seed }) => {
        const matrix = gram({ columns: columnsOf(rows, size, seed) });
        const eigen = symmetricEigen(matrix, size);
        expectClose(
          functionOfSymmetric(eigen, (value) => value),
          matrix,
        );
        const root = functionOfSymmetric(eigen, (value) => Math.sqrt(Math.max(0, value)));
        expectClose(multiply(root, root, { rows: size, inner: size }), matrix, 1e-10);
        const identity = new Float64Array(size * size).map((_, at) => (at % (size + 1) === 0 ? 1 : 0));
        expectClose(congruence(transpose(eigen.vectors, size), identity, size), identity);
      }),
      { numRuns: 40 },
    );
  });
});

describe('dependent columns', () => {
  test('the first column that those before it explain is named, whatever the scale', () => {
    const [a, b, c] = columnsOf(700, 3, 5) as [Float64Array, Float64Array, Float64Array];
    const combination = a.map((value, i) => 1e6 * (value - 3 * b[i]!));
    const columns = [a, b, combination, c];
    expect(factorColumns({ columns }, 4, norms(columns))).toEqual({ dependent: 2 });
    const apart = [a, b, combination.map((value, i) => value + c[i]! * 1e2), c.map((value) => value * value)];
    expect('upper' in factorColumns({ columns: apart }, 4, norms(apart))).toBe(true);
  });

  test('fewer rows than columns, and a column of zeros', () => {
    const few = columnsOf(2, 3, 1);
    expect(factorColumns({ columns: few }, 3, norms(few))).toEqual({ dependent: 2 });
    const zero = [columnsOf(9, 1, 1)[0]!, new Float64Array(9)];
    expect(factorColumns({ columns: zero }, 2, norms(zero))).toEqual({ dependent: 1 });
  });

  test('nearly dependent columns keep the digits of the answer', () => {
    // y = a + 2 b exactly, with b = a + 1e-6 c: squares would lose twelve digits.
    const [a, c] = columnsOf(3000, 2, 8) as [Float64Array, Float64Array];
    const b = a.map((value, i) => value + 1e-6 * c[i]!);
    const y = a.map((value, i) => value + 2 * b[i]!);
    const columns = [a, b, y];
    const factor = factorColumns({ columns }, 2, norms(columns));
    if ('dependent' in factor) throw new Error('not dependent');
    const solved = solveUpper(factor.upper, factor.projected[0]!);
    expect(Math.abs(solved[0]! - 1)).toBeLessThan(1e-8);
    expect(Math.abs(solved[1]! - 2)).toBeLessThan(1e-8);
  });
});

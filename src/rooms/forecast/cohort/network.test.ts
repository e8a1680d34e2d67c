import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { bandOf } from './band.ts';
import { valueCalendarYear } from './calendar-year.ts';
import { drawNational, type ExpectedNetwork, type Uncertainty } from './draws.ts';
import { horizonOf, type NetworkShape, runNetwork, sumRegions } from './network.ts';
import { normalStream } from './random-stream.ts';

function must<T extends object>(value: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(value)) throw new Error(value.code);
  return value as Exclude<T, NotEstimable<string>>;
}

const size = fc.integer({ min: 1, max: 5 });
const network = fc
  .record({
    regions: size,
    bands: size,
    cohorts: fc.integer({ min: 1, max: 30 }),
    ages: fc.integer({ min: 1, max: 12 }),
  })
  .chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      inflow: values(shape.regions * shape.bands * shape.cohorts, 5000),
      course: values(shape.bands * shape.ages, 3),
    }),
  );

function values(length: number, max: number): fc.Arbitrary<Float64Array> {
  const value = fc.double({ min: 0, max, noNaN: true });
  return fc.array(value, { minLength: length, maxLength: length }).map((list) => Float64Array.from(list));
}

function total(list: Float64Array): number {
  return list.reduce((sum, value) => sum + value, 0);
}

function expectSame(actual: Float64Array, wanted: Float64Array): void {
  expect(actual.length).toBe(wanted.length);
  actual.forEach((value, i) =>
    expect(Math.abs(value - (wanted[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(value))),
  );
}

describe('the expected run of a country', () => {
  it('loses and makes nothing: all hours = each inflow times its whole course, none below zero', () => {
    fc.assert(
      fc.property(network, ({ shape, inflow, course }) => {
        const out = must(runNetwork(shape, { inflow, course }));
        let wanted = 0;
        inflow.forEach((clients, cell) => {
          const band = Math.floor(cell / shape.cohorts) % shape.bands;
          wanted += clients * total(course.slice(band * shape.ages, (band + 1) * shape.ages));
        });
        expect(Math.abs(total(out) - wanted)).toBeLessThanOrEqual(1e-9 * (1 + wanted));
        for (const hours of out) expect(hours).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not care in which order districts stand', () => {
    fc.assert(
      fc.property(network, ({ shape, inflow, course }) => {
        const block = shape.bands * shape.cohorts;
        const turned = new Float64Array(inflow.length);
        for (let r = 0; r < shape.regions; r++) {
          turned.set(inflow.slice(r * block, (r + 1) * block), (shape.regions - 1 - r) * block);
        }
        const one = must(runNetwork(shape, { inflow, course }));
        const other = must(runNetwork(shape, { inflow: turned, course }));
        const months = horizonOf(shape);
        for (let r = 0; r < shape.regions; r++) {
          const last = shape.regions - 1 - r;
          expect(one.slice(r * months, (r + 1) * months)).toEqual(other.slice(last * months, (last + 1) * months));
        }
        expectSame(sumRegions(one, shape.regions), sumRegions(other, shape.regions));
      }),
    );
  });

  it('adds up: the nation run at once = the sum of its districts', () => {
    fc.assert(
      fc.property(network, ({ shape, inflow, course }) => {
        const national = new Float64Array(shape.bands * shape.cohorts);
        inflow.forEach((clients, cell) => {
          national[cell % national.length] = (national[cell % national.length] ?? 0) + clients;
        });
        const atOnce = must(runNetwork({ ...shape, regions: 1 }, { inflow: national, course }));
        expectSame(sumRegions(must(runNetwork(shape, { inflow, course })), shape.regions), atOnce);
      }),
    );
  });

  it('gives the same calendar year as the valuation of one course', () => {
    fc.assert(
      fc.property(values(36, 5000), values(36, 3), (inflow, course) => {
        const shape: NetworkShape = { regions: 1, bands: 1, cohorts: 36, ages: 36 };
        const year = must(runNetwork(shape, { inflow, course })).slice(24, 36);
        const months = [...inflow].map((clients, month) => ({ month, clients }));
        expectSame(valueCalendarYear(months, course, 2).byMonth, year);
      }),
    );
  });

  it('refuses arrays of another size', () => {
    const shape = { regions: 2, bands: 2, cohorts: 3, ages: 2 };
    expect(runNetwork(shape, { inflow: new Float64Array(11), course: new Float64Array(4) })).toMatchObject({
      code: 'unequal_shape',
    });
    expect(runNetwork(shape, { inflow: new Float64Array(12), course: new Float64Array(5) })).toMatchObject({
      code: 'unequal_shape',
    });
    const wrong = (at: number, length: number) => new Float64Array(length).fill(at, 1, 2);
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(runNetwork(shape, { inflow: wrong(value, 12), course: new Float64Array(4) })).toMatchObject({
        code: 'bad_inflow',
      });
      expect(runNetwork(shape, { inflow: new Float64Array(12), course: wrong(value, 4) })).toMatchObject({
        code: 'bad_hours',
      });
    }
  });
});

const shape: NetworkShape = { regions: 3, bands: 2, cohorts: 24, ages: 12 };
const months = horizonOf(shape);
const expected: ExpectedNetwork = {
  shape,
  inflow: Float64Array.from({ length: 3 * 2 * 24 }, (_, cell) => 100 + (cell % 7)),
  survival: Float64Array.from({ length: 24 }, (_, cell) => 0.9 ** (cell % 12)),
  intensity: Float64Array.from({ length: 24 }, (_, cell) => 1 / (1 + (cell % 12))),
};
const certain: Uncertainty = {
  intensity: 0,
  intensityOfBand: 0,
  hazardOfBand: 0,
  inflowOfRegion: 0,
  inflowShock: 0,
  inflowPersistence: 0,
  firstUncertainCohort: 0,
};
const spread: Uncertainty = {
  intensity: 0.1,
  intensityOfBand: 0.05,
  hazardOfBand: 0.1,
  inflowOfRegion: 0.05,
  inflowShock: 0.03,
  inflowPersistence: 0.7,
  firstUncertainCohort: 12,
};

function expectedNation(): Float64Array {
  const course = expected.survival.map((share, cell) => share * (expected.intensity[cell] ?? 0));
  return sumRegions(must(runNetwork(shape, { inflow: expected.inflow, course })), shape.regions);
}

describe('draws', () => {
  it('are the expected run when nothing is uncertain', () => {
    expectSame(must(drawNational(expected, certain, { seed: 1, from: 4, to: 5 })), expectedNation());
  });

  it('are the same digits in parts as together', () => {
    const all = must(drawNational(expected, spread, { seed: 7, from: 0, to: 20 }));
    const parts = [
      [0, 3],
      [3, 11],
      [11, 20],
    ].map(([from, to]) => must(drawNational(expected, spread, { seed: 7, from: from as number, to: to as number })));
    expect(parts.flatMap((part) => [...part])).toEqual([...all]);
    expect([...must(drawNational(expected, spread, { seed: 8, from: 0, to: 20 }))]).not.toEqual([...all]);
  });

  it('meet the same luck in two scenarios: ten percent more inflow is ten percent more hours in every draw', () => {
    const one = must(drawNational(expected, spread, { seed: 7, from: 0, to: 50 }));
    const more = { ...expected, inflow: expected.inflow.map((clients) => clients * 1.1) };
    expectSame(
      must(drawNational(more, spread, { seed: 7, from: 0, to: 50 })),
      one.map((hours) => hours * 1.1),
    );
  });

  it('average to the expected run where hours are linear in what is drawn', () => {
    const linear = { ...spread, hazardOfBand: 0 };
    const draws = 4000;
    const band = must(
      bandOf(must(drawNational(expected, linear, { seed: 3, from: 0, to: draws })), months, [0, months]),
    );
    const wanted = total(expectedNation());
    expect(Math.abs(band.mean - wanted)).toBeLessThan((4 * band.sd) / Math.sqrt(draws));
    expect(band.sd / wanted).toBeGreaterThan(0.08);
    expect(band.sd / wanted).toBeLessThan(0.13);
  });

  it('leave what is realised alone: months before any uncertain cohort move with intensity only', () => {
    const inflowOnly = { ...certain, inflowShock: 0.2, firstUncertainCohort: 12 };
    const path = must(drawNational(expected, inflowOnly, { seed: 5, from: 0, to: 1 }));
    const wanted = expectedNation();
    expectSame(path.slice(0, 12), wanted.slice(0, 12));
    expect(Math.abs((path[20] ?? 0) - (wanted[20] ?? 0))).toBeGreaterThan(1e-3);
  });

  it.each([
    ['bad_draws', { ...spread, intensity: -1 }, { seed: 1, from: 0, to: 1 }],
    ['bad_draws', { ...spread, inflowPersistence: 1 }, { seed: 1, from: 0, to: 1 }],
    ['bad_draws', spread, { seed: 1, from: 2, to: 2 }],
    ['bad_draws', spread, { seed: 1, from: 0, to: 1.5 }],
  ] as const)('refuse with %s', (code, wrong, asked) => {
    expect(drawNational(expected, wrong, asked)).toMatchObject({ notEstimable: true, code });
  });

  it('use normals with mean 0, variance 1 and no memory', () => {
    const sample = Array.from({ length: 20_000 }, (_, draw) => normalStream(11, draw).next());
    const mean = sample.reduce((sum, z) => sum + z, 0) / sample.length;
    const variance = sample.reduce((sum, z) => sum + z * z, 0) / sample.length;
    const lagged = sample.reduce((sum, z, i) => sum + z * (sample[i + 1] ?? 0), 0) / sample.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(sample.length));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / sample.length));
    expect(Math.abs(lagged)).toBeLessThan(4 / Math.sqrt(sample.length));
  });
});

describe('a band', () => {
  it('is about whole paths: opposite months cancel in their sum', () => {
    const paths = Float64Array.from([1, -1, 2, -2, 3, -3]);
    expect(bandOf(paths, 2, [0, 2])).toMatchObject({ mean: 0, sd: 0 });
    expect(must(bandOf(paths, 2, [0, 1])).quantiles['0.5']).toBe(2);
    expect(must(bandOf(paths, 2, [0, 1])).quantiles['0.25']).toBe(1.5);
    expect(bandOf(paths, 2, [1, 3])).toMatchObject({ code: 'unequal_shape' });
  });
});

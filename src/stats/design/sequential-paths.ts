import { gaussLegendre } from '../distributions/gauss-legendre.ts';
import { normalDensity, normalUpper } from '../distributions/normal.ts';

const RULE = gaussLegendre(16);

/** Beyond this many standard deviations a path is not followed: the mass left is below 1e-19. */
const REACH = 9;

/** Density of the statistic at a look on the paths that have not stopped, at points with integration weights. */
export interface PathDensity {
  readonly information: number;
  readonly points: Float64Array;
  /** Density times integration weight. */
  readonly mass: Float64Array;
}

/** Panels narrow enough for the normal kernels on both sides of this look. */
function grid(low: number, high: number, width: number): { points: Float64Array; weights: Float64Array } {
  const panels = high > low ? Math.ceil((high - low) / width) : 0;
  const size = RULE.nodes.length;
  const points = new Float64Array(panels * size);
  const weights = new Float64Array(panels * size);
  const half = panels === 0 ? 0 : (high - low) / panels / 2;
  for (let panel = 0; panel < panels; panel += 1) {
    const middle = low + (2 * panel + 1) * half;
    for (let i = 0; i < size; i += 1) {
      points[panel * size + i] = middle + half * (RULE.nodes[i] as number);
      weights[panel * size + i] = half * (RULE.weights[i] as number);
    }
  }
  return { points, weights };
}

/** Chance to go on to the next look and be above `bound` there. */
export function exitChance(
  before: PathDensity | undefined,
  { information, bound, drift }: { information: number; bound: number; drift: number },
): number {
  if (!before) return normalUpper(bound - drift * Math.sqrt(information));
  const gained = information - before.information;
  const scale = Math.sqrt(gained);
  const target = bound * Math.sqrt(information) - drift * gained;
  const root = Math.sqrt(before.information);
  let chance = 0;
  for (let i = 0; i < before.points.length; i += 1) {
    chance += (before.mass[i] as number) * normalUpper((target - (before.points[i] as number) * root) / scale);
  }
  return chance;
}

/**
 * Density at a look of the paths that stay below its bound. The statistic at information t is
 * (B(t) + drift t) / sqrt(t) for a Brownian motion B.
 * @param next information of the following look, for the fineness of the grid
 * Source: P. Armitage, C. K. McPherson, B. C. Rowe, JRSS A 132 (1969); C. Jennison, B. W. Turnbull (2000), chapter 19.
 */
export function pathsBelow(
  before: PathDensity | undefined,
  { information, bound, drift, next }: { information: number; bound: number; drift: number; next: number },
): PathDensity {
  const mean = drift * Math.sqrt(information);
  const ahead = Math.sqrt((next - information) / information);
  const gained = before ? information - before.information : information;
  const { points, weights } = grid(
    mean - REACH,
    Math.min(bound, mean + REACH),
    Math.min(1, 2 * ahead, 2 * Math.sqrt(gained / information)),
  );
  const mass = new Float64Array(points.length);
  const scale = Math.sqrt(gained);
  const jacobian = Math.sqrt(information) / scale;
  const root = before ? Math.sqrt(before.information) : 0;
  for (let i = 0; i < points.length; i += 1) {
    const z = points[i] as number;
    let density = 0;
    if (!before) density = normalDensity(z - mean);
    else {
      const target = z * Math.sqrt(information) - drift * gained;
      for (let j = 0; j < before.points.length; j += 1) {
        density += (before.mass[j] as number) * normalDensity((target - (before.points[j] as number) * root) / scale);
      }
      density *= jacobian;
    }
    mass[i] = density * (weights[i] as number);
  }
  return { information, points, mass };
}

/** Chance to have crossed by each look, for bounds at increasing information. */
export function crossingChances(information: readonly number[], bounds: readonly number[], drift: number): number[] {
  let density: PathDensity | undefined;
  let crossed = 0;
  return information.map((t, k) => {
    const bound = bounds[k] as number;
    crossed += exitChance(density, { information: t, bound, drift });
    const next = information[k + 1];
    if (next !== undefined) density = pathsBelow(density, { information: t, bound, drift, next });
    return crossed;
  });
}

import { type Generator, seededGenerator } from '../stats/index.ts';

/** Chance for one subject of the demo: the same seed and subject give the same draws, whatever else is made. */
export interface Dice {
  uniform(): number;
  normal(): number;
  /** True with probability `p`. */
  hit(p: number): boolean;
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  pick<T>(values: readonly T[]): T;
  /** One of the values, as often as its weight says. */
  weighted<T>(values: readonly (readonly [T, number])[]): T;
  /** So many different values, in random order. */
  sample<T>(values: readonly T[], size: number): T[];
}

export function makeDice(seed: number, subject: string): Dice {
  let mixed = seed;
  for (const letter of subject) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return wrap(seededGenerator(mixed));
}

function wrap(generator: Generator): Dice {
  const { uniform, normal, below } = generator;
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  return {
    uniform,
    normal,
    hit: (p) => uniform() < p,
    between: (from, to) => from + below(to - from + 1),
    pick,
    weighted: (values) => {
      let left = uniform() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(values)[0];
    },
    sample: (values, size) => {
      const rest = [...values];
      const taken: (typeof rest)[number][] = [];
      while (taken.length < size && rest.length > 0) {
        const at = below(rest.length);
        const value = rest[at];
        const last = rest.pop();
        if (at < rest.length && last !== undefined) rest[at] = last;
        if (value !== undefined) taken.push(value);
      }
      return taken;
    },
  };
}

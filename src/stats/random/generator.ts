/** A stream of random numbers that its seed fixes; the only source of chance in `stats/`. */
export interface Generator {
  /** Uniform on [0, 1) with 53 bits. */
  uniform(): number;
  /** Uniform on 0 ... n - 1, without bias. */
  below(n: number): number;
  /** Standard normal. */
  normal(): number;
}

/** Spreads a seed over 32 bits (the finaliser of MurmurHash3), so that neighbouring seeds share nothing. */
function spread(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Generator of D. Blackman and S. Vigna, xoshiro128** (2018), period 2^128 - 1: the same seed gives the same numbers on
 * every machine.
 * @param seed a whole number; its lower 53 bits count
 */
export function seededGenerator(seed: number): Generator {
  const low = seed >>> 0;
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  let a = spread(low + 0x9e3779b9);
  let b = spread(high ^ 0x3c6ef372);
  let c = spread(low ^ 0xdaa66d2b);
  let d = spread((low ^ high) + 0x78dde6e4) | 1;
  const bits = (): number => {
    const fives = Math.imul(b, 5);
    const result = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  for (let i = 0; i < 16; i += 1) bits();
  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  return {
    uniform,
    below(n) {
      // Numbers of the last, incomplete round are drawn again.
      const limit = 4294967296 - (4294967296 % n);
      let draw = bits();
      while (draw >= limit) draw = bits();
      return draw % n;
    },
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      return radius * Math.cos(2 * Math.PI * uniform());
    },
  };
}

/** Puts values in random order, in place (Fisher and Yates). */
export function shuffle<T>(values: T[] | Uint8Array, generator: Generator): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = generator.below(i + 1);
    const kept = values[i] as T & number;
    values[i] = values[j] as T & number;
    values[j] = kept;
  }
}

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of standard normal numbers. */
export interface NormalStream {
  next(): number;
}

/**
 * The stream of one draw: a function of seed and draw number alone, so that draws may be made in any order, by any number of
 * workers, and two scenarios with one seed meet the same luck (common random numbers). Normals by Box and Muller (1958).
 */
export function normalStream(seed: number, draw: number): NormalStream {
  let word = (seed ^ Math.imul(draw + 1, 0x9e3779b9)) | 0;
  const mixed = () => {
    word = (word + 0x6d2b79f5) | 0;
    return scramble(word);
  };
  const generator = xoroshiro128plusFromState([mixed(), mixed(), mixed(), mixed() | 1]);
  let spare = Number.NaN;
  return {
    next() {
      if (!Number.isNaN(spare)) {
        const kept = spare;
        spare = Number.NaN;
        return kept;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
      const angle = 2 * Math.PI * uniformFloat64(generator);
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

/** The finaliser of MurmurHash3: every bit of the input moves about half of the bits of the output. */
function scramble(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 0;
}

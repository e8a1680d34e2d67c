import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type Generator, seededGenerator, shuffle } from '../random/generator.ts';

export interface AllocationPlan {
  /** Rows per block in a stratum: a multiple of the sum of the shares. */
  readonly block: number;
  /** Rows of each arm per round, arm 0 first: [1, 4] is four treated to one control. */
  readonly shares: readonly number[];
  readonly seed: number;
}

/** FNV-1a over the code units: the same stratum gets the same stream whatever other strata there are. */
function hashOfLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A block is shuffled as a whole when its first row comes; one is open in every stratum. */
const MOST_ROWS_IN_BLOCK = 10_000;
const MOST_OPEN_ROWS = 100_000_000;

/** In whole numbers of any size: beyond 2^33 a product of floating point would lose the part that the stratum adds. */
function seedOf(seed: number, label: string): number {
  return Number((BigInt(seed) * 2n ** 20n + BigInt(hashOfLabel(label))) % BigInt(Number.MAX_SAFE_INTEGER));
}

interface OpenBlock {
  readonly generator: Generator;
  readonly arms: Uint8Array;
  used: number;
}

/**
 * Allocates rows, in their order, to arms by permuted blocks within strata: in every full block of a stratum the shares
 * are exact. The arm of a row depends on the seed, its stratum and its place in the stratum only, so a trial that grows
 * keeps the arms it gave.
 * @param strata label of each row
 * @returns arm of each row
 *
 * Errors: `out_of_range` for a block that the shares do not fill, no two arms, or a seed that is no whole number;
 * `block_too_large` beyond 10,000 rows in a block, or 100 million in the blocks of all strata.
 * Source: M. Zelen, J. Chronic Diseases 27 (1974).
 */
export function allocate(
  strata: readonly (string | number)[],
  { block, shares, seed }: AllocationPlan,
): Uint8Array | NotEstimable {
  const round = shares.reduce((sum, share) => sum + share, 0);
  const whole = shares.every((share) => Number.isSafeInteger(share) && share > 0);
  if (!whole || shares.length < 2 || shares.length > 255)
    return notEstimable('out_of_range', `ratio = ${[...shares].reverse().join(':')}`);
  if (!Number.isSafeInteger(block) || block <= 0 || block % round !== 0)
    return notEstimable('out_of_range', `block = ${block}, ratio = ${[...shares].reverse().join(':')}`);
  if (!Number.isSafeInteger(seed)) return notEstimable('out_of_range', `seed = ${seed}`);
  if (block > MOST_ROWS_IN_BLOCK) return notEstimable('block_too_large', `block = ${block}`);
  const labels = strata.map(String);
  const width = new Set(labels).size;
  if (block * width > MOST_OPEN_ROWS) return notEstimable('block_too_large', `${width} x ${block}`);
  const pattern = Uint8Array.from({ length: block }, (_, i) => {
    let place = i % round;
    let arm = 0;
    while (place >= (shares[arm] as number)) {
      place -= shares[arm] as number;
      arm += 1;
    }
    return arm;
  });
  const open = new Map<string, OpenBlock>();
  return Uint8Array.from(labels, (label) => {
    let current = open.get(label);
    if (!current) {
      const generator = seededGenerator(seedOf(seed, label));
      current = { generator, arms: pattern.slice(), used: block };
      open.set(label, current);
    }
    if (current.used === block) {
      current.arms.set(pattern);
      shuffle(current.arms, current.generator);
      current.used = 0;
    }
    const arm = current.arms[current.used] as number;
    current.used += 1;
    return arm;
  });
}

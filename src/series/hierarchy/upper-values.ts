import type { Hierarchy } from './structure.ts';

/** The values of one sum, and the bottoms (positions in the hierarchy) that do not span the whole of it. */
export type UpperValues = {
  readonly values: readonly (number | null)[];
  /** Ended less than a season before the others: a late report. After their last value the sum is unknown. */
  readonly late: readonly number[];
  /** Began after the others, or ended a season or more before them: zero outside their span. */
  readonly outside: readonly number[];
};

/** A part that has been silent for fewer periods than this may still report. */
const leastSilence = 4;

/**
 * Sums of bottoms per upper node. A sum is unknown where a bottom has a gap inside its own span, and after the last value
 * of a bottom that ended less than a season (`frequency` periods, at least 4) ago: one office that reports late must
 * not make the nation fall. A bottom that ended earlier, or has not begun, counts as zero there.
 */
export function upperValues(
  hierarchy: Hierarchy,
  bottoms: readonly (readonly (number | null)[])[],
  frequency: number,
): readonly UpperValues[] {
  const spans = bottoms.map((values) => ({
    first: values.findIndex((value) => value !== null),
    last: values.findLastIndex((value) => value !== null),
  }));
  const end = spans.reduce((latest, { last }) => Math.max(latest, last), -1);
  const ended = (b: number): boolean => end - spans[b]!.last >= Math.max(frequency, leastSilence);
  const length = bottoms[0]?.length ?? 0;
  return hierarchy.uppers.map(({ bottoms: below }) => {
    const known = Array.from(below).filter((b) => spans[b]!.first >= 0);
    const first = known.reduce((earliest, b) => Math.min(earliest, spans[b]!.first), length);
    const last = known.reduce((latest, b) => Math.max(latest, spans[b]!.last), -1);
    const values = Array.from({ length }, (_, t) => {
      let sum = 0;
      let any = false;
      for (const b of known) {
        const value = bottoms[b]![t];
        if (value !== null && value !== undefined) {
          sum += value;
          any = true;
        } else if (t > spans[b]!.first && (t < spans[b]!.last || !ended(b))) return null;
      }
      return any ? sum : null;
    });
    return {
      values,
      late: known.filter((b) => spans[b]!.last < last && !ended(b)),
      outside: known.filter((b) => spans[b]!.first > first || (spans[b]!.last < last && ended(b))),
    };
  });
}

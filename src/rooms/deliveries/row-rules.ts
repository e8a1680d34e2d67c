import type { RowRule } from './file-declaration.ts';

/** An end may be the start (an empty interval) but not before it. */
export function endBeforeStart(start: string, end: string): RowRule {
  return {
    code: 'end_before_start',
    column: end,
    uses: [start, end],
    breaks: (row) => {
      const [from, to] = [row[start], row[end]];
      return typeof from === 'string' && typeof to === 'string' && to < from;
    },
  };
}

export function endWithoutReason(end: string, reason: string): RowRule {
  return {
    code: 'end_without_reason',
    column: end,
    uses: [end, reason],
    breaks: (row) => row[end] !== null && row[reason] === null,
  };
}

export function reasonWithoutEnd(end: string, reason: string): RowRule {
  return {
    code: 'reason_without_end',
    column: end,
    uses: [end, reason],
    breaks: (row) => row[end] === null && row[reason] !== null,
  };
}

import type { Words } from '../../../platform/contract.ts';
import { type Axis, isRefused, makeAxis, refuseSeries, type SeriesRefused } from '../../../series/index.ts';
import { judgeRowCounts } from './complete-rows.ts';
import type { Note } from './note.ts';

/** One value of a file: whose, when, how much. */
export type Cell = {
  readonly id: string;
  readonly keys: readonly string[];
  readonly period: string;
  readonly value: number | null;
};

/** A series of a file: where it starts on the file's axis, and its values to its own last row. */
export type FileSeries = {
  readonly id: string;
  readonly keys: readonly string[];
  readonly start: number;
  readonly values: readonly (number | null)[];
  readonly notes: readonly Note[];
};

export type SeriesFile = { readonly axis: Axis; readonly series: readonly FileSeries[] };

/** Rows of one series and period: how many, how many with a value, and their sum. */
type Sum = { rows: number; known: number; total: number };

type Group = { readonly id: string; readonly keys: readonly string[]; readonly sums: Map<number, Sum> };

/** Positions of the axis that a series fills. */
type Stretch = { readonly first: number; readonly start: number; readonly length: number };

/** Values of all series together: a gigabyte or so. */
const MOST_VALUES = 20_000_000;

/** What tells two series apart; of a hierarchy its keys, as `A/B`, `C` and `A`, `B/C` write alike. */
export function keyOf({ id, keys }: Pick<Cell, 'id' | 'keys'>): string {
  return keys.length > 0 ? JSON.stringify(keys) : id;
}

/**
 * Puts cells on one axis. With `addUp` rows of the same keys and period are added up; a sum of which a row is empty or
 * absent is unknown, never smaller, and a note says so. Without it a second row is refused.
 */
export function assembleSeries(
  cells: readonly Cell[],
  addUp: boolean,
  frequency: number,
): SeriesFile | SeriesRefused | { readonly fault: 'duplicate_period'; readonly detail: Words } {
  const labels = new Set(cells.map(({ period }) => period));
  const axis = makeAxis(labels, frequency);
  if (isRefused(axis)) return axis;
  const positions = new Map([...labels].map((label) => [label, axis.positionOf(label)!]));
  const groups = new Map<string, Group>();
  for (const cell of cells) {
    const { id, keys, period, value } = cell;
    const key = keyOf(cell);
    const group = groups.get(key) ?? { id, keys, sums: new Map<number, Sum>() };
    groups.set(key, group);
    const position = positions.get(period)!;
    const sum = group.sums.get(position) ?? { rows: 0, known: 0, total: 0 };
    group.sums.set(position, sum);
    if (sum.rows > 0 && !addUp) {
      const detail = `${id}, ${period}`;
      return { fault: 'duplicate_period', detail: { nl: detail, en: detail } };
    }
    sum.rows += 1;
    if (value === null) continue;
    sum.known += 1;
    sum.total += value;
  }
  const stretches = [...groups.values()].map((group) => ({ group, stretch: stretchOf(group, axis, addUp) }));
  const values = stretches.reduce((sum, { stretch }) => sum + stretch.length, 0);
  if (values > MOST_VALUES) return refuseSeries('axis_too_long', `${stretches.length} x ${axis.length}`);
  const series = stretches.map(({ group, stretch }) => ({
    id: group.id,
    keys: group.keys,
    ...seriesOf(group, stretch, { axis, frequency }),
  }));
  return { axis, series };
}

/** Series of a hierarchy are all as long as the axis, others end with their own last row. */
function stretchOf({ sums }: Group, axis: Axis, addUp: boolean): Stretch {
  const first = [...sums.keys()].reduce((a, b) => Math.min(a, b));
  const last = [...sums.keys()].reduce((a, b) => Math.max(a, b));
  const start = addUp ? 0 : first;
  return { first, start, length: (addUp ? axis.length : last + 1) - start };
}

function seriesOf(
  { sums }: Group,
  { first, start, length }: Stretch,
  { axis, frequency }: { readonly axis: Axis; readonly frequency: number },
): Pick<FileSeries, 'start' | 'values' | 'notes'> {
  const counts = Array.from({ length: axis.length - first }, (_, t) => sums.get(first + t)?.rows ?? 0);
  const { incomplete, endedFrom, usual } = judgeRowCounts(counts, frequency);
  const lacking = new Set(incomplete.map((t) => first + t));
  const values = Array.from({ length }, (_, t) => {
    const sum = sums.get(start + t);
    return sum === undefined || sum.known < sum.rows || lacking.has(start + t) ? null : sum.total;
  });
  const partly = [...sums]
    .filter(([position, { rows, known }]) => lacking.has(position) || (known > 0 && known < rows))
    .sort(([a], [b]) => a - b)
    .map(([position, { known, rows }]) => {
      const asked = lacking.has(position) ? usual.get(position - first) : rows;
      return `${axis.label(position)}: ${known} / ${asked}`;
    });
  const notes: Note[] = [];
  if (partly.length > 0) notes.push({ code: 'sum_incomplete', about: partly });
  if (endedFrom !== undefined) notes.push({ code: 'rows_ended', about: [axis.label(first + endedFrom)] });
  return { start, values, notes };
}

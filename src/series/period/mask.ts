import { refuseSeries, type SeriesRefused } from '../refusal.ts';
import type { Axis } from './axis.ts';

/** A mask on an axis: for each position whether it is exceptional; the parts as written that touch none. */
export type Mask = { readonly masked: readonly boolean[]; readonly outside: readonly string[] };

/**
 * Reads `2020-03:2021-09,2023-01` (both ends included, one period alone allowed) against an axis, up to and including
 * the periods to come. A month on an axis of weeks or dates covers every week that begins in it.
 * @returns refused: `unknown_period`, `mask_reversed`.
 */
export function readMask(text: string, axis: Axis): Mask | SeriesRefused {
  const masked = Array.from({ length: axis.length }, () => false);
  const outside: string[] = [];
  for (const part of text.split(',')) {
    const [from, to = from] = part.split(':').map((end) => end.trim());
    const first = from === undefined ? undefined : axis.positionOf(from);
    const until = to === undefined ? undefined : axis.positionOf(to);
    const last = to === undefined ? undefined : lastPosition(to, axis);
    if (first === undefined || until === undefined || last === undefined) return refuseSeries('unknown_period', part);
    if (until < first) return refuseSeries('mask_reversed', part);
    const [low, high] = [Math.max(0, first), Math.min(axis.length - 1, last)];
    if (low > high) outside.push(part.trim());
    for (let t = low; t <= high; t++) masked[t] = true;
  }
  return { masked, outside };
}

/** The last position that a period written more coarsely than the axis covers. */
function lastPosition(text: string, axis: Axis): number | undefined {
  const position = axis.positionOf(text);
  const month = /^(\d{4})-(\d\d)$/.exec(text);
  if (position === undefined) return undefined;
  // A date between two weekly dates belongs to the earlier one here: the mask ends on or before it.
  if (/^\d{4}-\d\d-\d\d$/.test(text) && axis.unit === 'week' && axis.label(position) > text) return position - 1;
  if (month === null || (axis.unit !== 'week' && axis.unit !== 'day')) return position;
  const next = Number(month[1]) * 12 + Number(month[2]);
  const after = axis.positionOf(`${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}`);
  return after === undefined ? position : after - 1;
}

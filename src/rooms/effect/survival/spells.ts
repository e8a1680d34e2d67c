import { column, numberList } from '../inputs.ts';
import { stratumName } from '../stratum-name.ts';
import { type UsedRows } from '../used-rows.ts';

export const time = column('column of the time from the origin to the end of observation');
export const event = column('column with 1 = the event, 0 = censored');
export const entry = column('column of late entry: at risk only after this time').optional();
export const by = column('column of the groups').optional();
export const at = numberList().optional().describe('times to read the curves at; all event times without it');

export function spellsOf(
  used: UsedRows,
  names: { time: string; event: string; entry?: string | undefined; by?: string | undefined },
) {
  return {
    time: used.numbers(names.time),
    cause: used.numbers(names.event),
    entry: names.entry === undefined ? undefined : used.numbers(names.entry),
    group: names.by === undefined ? undefined : used.grouping(names.by),
    count: used.count,
  };
}

/** Combinations of columns as levels with a name. */
export function stratumOf(used: UsedRows, names: readonly string[]): { codes: Int32Array; labels: readonly string[] } {
  const codes = used.codes(names);
  const columns = names.map((name) => used.text(name));
  const labels: string[] = [];
  codes.forEach((code, i) => {
    labels[code] ??= stratumName(columns.map((cells) => cells[i] as string));
  });
  return { codes, labels };
}

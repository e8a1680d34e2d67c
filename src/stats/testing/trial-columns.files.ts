import type { Term } from '../regression/term.ts';
import { numbersOf, sharedColumns } from './expected.files.ts';

/** A data file of the reference folder with the columns that the reference commands derive. */
export interface TrialColumns {
  readonly rows: number;
  readonly text: (name: string) => readonly string[];
  readonly numbers: (name: string) => Float64Array;
  /** A numeric covariate, under another name when it is derived. */
  readonly term: (name: string, from?: (value: number) => number, as?: string) => Term;
  /** Indicators of all levels but the first in byte order. */
  readonly factor: (name: string) => Term[];
}

/** Reads a data file, keeping the rows for which `keep` holds. */
export function trialColumns(
  dataset: string,
  keep: (value: (name: string) => string) => boolean = () => true,
): TrialColumns {
  const all = sharedColumns(dataset);
  const length = Object.values(all)[0]?.length ?? 0;
  const kept = Array.from({ length }, (_, i) => i).filter((i) => keep((name) => all[name]?.[i] ?? ''));
  const text = (name: string): string[] => {
    const column = all[name];
    if (column === undefined) throw new Error(`no column ${name} in ${dataset}`);
    return kept.map((i) => column[i] ?? '');
  };
  const numbers = (name: string): Float64Array => numbersOf(text(name));
  return {
    rows: kept.length,
    text,
    numbers,
    term: (name, from = (value) => value, as = name) => ({ name: as, values: numbers(name).map(from) }),
    factor: (name) => {
      const column = text(name);
      const [, ...levels] = [...new Set(column)].sort((a, b) => (a < b ? -1 : 1));
      return levels.map((level) => ({
        name: `${name}=${level}`,
        values: Float64Array.from(column, (value) => (value === level ? 1 : 0)),
      }));
    },
  };
}

/** 1 where the condition holds, else 0. */
export function indicator<T>(column: Iterable<T> & ArrayLike<T>, holds: (value: T) => boolean): Float64Array {
  return Float64Array.from(Array.from(column, (value) => (holds(value) ? 1 : 0)));
}

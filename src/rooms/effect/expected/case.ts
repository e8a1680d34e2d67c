/** Columns of text by name; '' = missing. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** The JSON that a command prints: the keys differ per command, and a missing one fails the comparison. */
export interface Json {
  readonly [key: string]: Json;
}

/** The elements of a list in it. */
export function listOf(values: Json | undefined): readonly Json[] {
  return Array.isArray(values) ? values : [];
}

/** What a case may use: the command line itself, and the data of the references. */
export interface Stats {
  /** Runs `sluitend stats <command> --json`, with the columns as its `--data`. */
  run(command: string, columns?: Columns): Promise<Json>;
  data(dataset: string): Columns;
  /** What the reference says, for times and limits that a command must be asked for. */
  readonly expected: Json;
}

/** Makes the result of one entry, in the shape of its `expected`. */
export type Case = (stats: Stats) => Promise<unknown>;

/** The numbers of a list in it, comma separated as a flag takes them. */
export function flagOf(values: Json | undefined): string {
  return listOf(values).map(Number).join(',');
}

/** A table that is derived once and used by many cases. */
export function once(make: (stats: Stats) => Columns): (stats: Stats) => Columns {
  let made: Columns | undefined;
  return (stats) => {
    made ??= make(stats);
    return made;
  };
}

type Cell = (name: string) => string;

const rowsOf = (columns: Columns): number => Object.values(columns)[0]?.length ?? 0;
const cellOf =
  (columns: Columns, i: number): Cell =>
  (name) =>
    columns[name]?.[i] as string;

/** The rows for which `keep` holds. */
export function where(columns: Columns, keep: (cell: Cell) => boolean): Columns {
  const kept = Array.from({ length: rowsOf(columns) }, (_, i) => i).filter((i) => keep(cellOf(columns, i)));
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, kept.map((i) => values[i] as string)]),
  );
}

/** The columns with derived ones beside them. */
export function derived(columns: Columns, make: Readonly<Record<string, (cell: Cell) => string | number>>): Columns {
  const rows = rowsOf(columns);
  const made = Object.entries(make).map(([name, value]): [string, string[]] => [
    name,
    Array.from({ length: rows }, (_, i) => String(value(cellOf(columns, i)))),
  ]);
  return { ...columns, ...Object.fromEntries(made) };
}

/** 1 where it holds, else 0. */
export const one = (holds: boolean): number => (holds ? 1 : 0);

/** An effect under the names of the references. */
export function effect(got: Json): object {
  return {
    ...got,
    ci_low: got.ciLow,
    ci_high: got.ciHigh,
    ps_min: got.psMin,
    ps_max: got.psMax,
    w_mean: got.weightMean,
  };
}

/** One row of a table of coefficients, as an effect. */
export function termOf(got: Json, term: string): object {
  const at = (key: string) => got[key]?.[term];
  return {
    estimate: at('coef'),
    se: at('se'),
    ci_low: at('ciLow'),
    ci_high: at('ciHigh'),
    statistic: at('statistic'),
    p: at('p'),
    df: at('df'),
    n: got.n,
  };
}

/** A record with its names as R writes them: `dep=1` is dep1, `age^2` is I(age^2). */
export function asR(record: Json | undefined, names: Readonly<Record<string, string>> = {}): object {
  const rename = (name: string) => names[name] ?? (name.endsWith('^2') ? `I(${name})` : name.replace('=', ''));
  return Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [rename(name), value]));
}

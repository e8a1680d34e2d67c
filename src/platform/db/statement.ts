import { createHash } from 'node:crypto';
import type { Sql } from 'sql-template-tag';

interface ColumnTypes {
  text: string;
  int2: number;
  int4: number;
  int8: number;
  float8: number;
  numeric: string;
  bool: boolean;
  /** `YYYY-MM-DD` */
  date: string;
  /** RFC 3339 in UTC; `-infinity` and `infinity` stay */
  timestamptz: string;
  bytea: Buffer;
  uuid: string;
  jsonb: unknown;
  'text[]': string[];
  'int2[]': number[];
  'int4[]': number[];
  'date[]': string[];
}

type Plain = keyof ColumnTypes;
/** A PostgreSQL type; `?` behind it where the value may be null. */
export type ColumnType = Plain | `${Plain}?`;
export type Columns = Readonly<Record<string, ColumnType>>;

export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends `${infer P extends Plain}?`
    ? ColumnTypes[P] | null
    : C[K] extends Plain
      ? ColumnTypes[C[K]]
      : never;
};

/** A statement with its parameters bound, ready to run. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly columns: Columns;
  /** Only for the type. */
  readonly row?: Row;
}

/** Every statement declared, for the test that prepares each and compares its columns. */
export interface Declared {
  readonly name: string;
  readonly columns: Columns;
  /** Texts to prepare: one, or one per variant that the arguments select. */
  texts(): readonly string[];
}

const declared = new Map<string, Declared>();

type Build<A extends readonly unknown[]> = (...args: A) => Sql;

/**
 * Declares a named statement: its row type stands beside it and is checked against the database by a test.
 * `samples` are arguments whose texts cover every variant the builder can make.
 */
export function statement<C extends Columns, A extends readonly unknown[]>(
  name: string,
  columns: C,
  built: Build<A> | { readonly build: Build<A>; readonly samples: readonly A[] },
): (...args: A) => Statement<RowOf<C>> {
  const { build, samples } =
    typeof built === 'function' ? { build: built, samples: [[] as unknown as A] as readonly A[] } : built;
  declared.set(name, { name, columns, texts: () => [...new Set(samples.map((args) => sampleText(build, args)))] });
  return (...args) => {
    const { text, values } = build(...args);
    return { name: statementName(name, text), text, values, columns };
  };
}

/** Fails when a row holds a null where its type has none: the database tells the types of columns, not that. */
export function refuseNulls({ name, columns }: Statement<unknown>, rows: readonly Record<string, unknown>[]): void {
  const never = Object.keys(columns).filter((column) => !columns[column]?.endsWith('?'));
  for (const row of rows) {
    const found = never.find((column) => row[column] === null);
    if (found !== undefined) throw new Error(`${name}: ${found} is null, and its row type says that it never is`);
  }
}

export function declaredStatements(): readonly Declared[] {
  return [...declared.values()];
}

/** Values are only bound, so anything may stand for an argument that a sample leaves out. */
function sampleText<A extends readonly unknown[]>(build: (...args: A) => Sql, args: A): string {
  const stand: unknown = new Proxy(() => stand, {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : stand),
  });
  const filled = Array.from({ length: Math.max(build.length, args.length) }, (_, i) =>
    i < args.length ? args[i] : stand,
  );
  return build(...(filled as unknown as A)).text;
}

const names = new Map<string, string>();

/** PostgreSQL cuts names at 63 bytes; the hash keeps two texts of one name apart. */
function statementName(name: string, text: string): string {
  const key = `${name}\n${text}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const made = `${name.slice(0, 40)}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  names.set(key, made);
  return made;
}

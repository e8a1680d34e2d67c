import type { Sql } from 'sql-template-tag';

/** How the values of a column are written and what is allowed. */
export type ColumnKind =
  /** An opaque id, compared by byte. */
  | { readonly kind: 'id' }
  | { readonly kind: 'text'; readonly maxCharacters?: number }
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'instant' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'whole'; readonly from: number; readonly upTo: number }
  /** A decimal fraction; `above` excludes its bound, `from` and `upTo` include theirs. */
  | { readonly kind: 'decimal'; readonly above?: number; readonly from?: number; readonly upTo: number }
  /** A citizen service number: sealed at rest, found by keyed hash, masked in every report. */
  | { readonly kind: 'bsn' };

export interface ColumnDeclaration {
  /** Name in the header. */
  readonly name: string;
  /** Name in staging and in the table, when it is another. */
  readonly target?: string;
  readonly type: ColumnKind;
  readonly required?: true;
  /** A bad value is left empty with a warning; the row is taken. */
  readonly descriptive?: true;
  /** The view or table and its column that must know the value. */
  readonly references?: { readonly table: string; readonly column: string };
  /** Stored when the value is empty (or left empty). */
  readonly whenEmpty?: string;
  /** The first day without: moved one day on when the delivery writes last days. */
  readonly isEnd?: true;
  /** May be added to what was entered in the product without being other content (an end, its reason, a review date). */
  readonly mayBeAdded?: true;
}

/** A value that kept its column's rule: text and dates as written, numbers and instants (microseconds) as numbers. */
export type CellValue = string | number | null;
export type Row = Readonly<Record<string, CellValue>>;

/** A rule over several columns: applies when what it uses is filled where required, and valid. */
export interface RowRule {
  readonly code: string;
  /** The column that is reported. */
  readonly column: string;
  readonly uses: readonly string[];
  readonly breaks: (row: Row) => boolean;
}

/** Spells of one file that must not share a day within a group. */
export interface SpellRule {
  readonly code: string;
  readonly group: string;
  readonly from: string;
  readonly to: string;
}

/** Facts kept as versions: the engine compares, splits intervals, withdraws. Staged rows are `s`. */
export interface VersionKeeping {
  readonly kind: 'versions';
  readonly table: string;
  /** Joins that give derived columns their values, one row at most for each staged row. */
  readonly joins?: Sql;
  readonly derived?: readonly { readonly column: string; readonly value: Sql }[];
  readonly beforeApply?: readonly Sql[];
  readonly afterApply?: (delivery: DeliveryFacts) => readonly Sql[];
}

/** Facts that are kept once and never replaced by another row of their key. */
export interface OnceKeeping {
  readonly kind: 'once';
  readonly table: string;
  /** Code for other content under a known key, and the column that is reported. */
  readonly changed: { readonly code: string; readonly column: string };
  readonly apply: (delivery: DeliveryFacts) => readonly Sql[];
}

export interface FileDeclaration {
  readonly name: string;
  /** Names in the header. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnDeclaration[];
  readonly rules?: readonly RowRule[];
  /** Start and end in the header, for the note on empty spells. */
  readonly interval?: { readonly start: string; readonly end: string };
  readonly spells?: SpellRule;
  /** Rows missing from a full delivery are withdrawn; otherwise they are noted. */
  readonly withdrawable: boolean;
  readonly keeping: VersionKeeping | OnceKeeping;
  /**
   * Set rules: statements over `pg_temp.staged` (n, line, refusing, faults, content and the targets) that insert into
   * `pg_temp.found` (n, level, code, column_name, value). Judged after references, before overlaps.
   */
  readonly setRules?: (delivery: DeliveryFacts) => readonly Sql[];
  /** Set rules that need several rounds. */
  readonly judge?: (run: RunSql, delivery: DeliveryFacts) => Promise<void>;
  /** Bookkeeping after this file was applied. */
  readonly settle?: (run: RunSql, delivery: DeliveryFacts) => Promise<void>;
  /** Bookkeeping at the end of every import, also when the file was left out. */
  readonly finish?: (delivery: DeliveryFacts) => readonly Sql[];
}

export interface DeliveryFacts {
  readonly deliveryId: number;
  readonly deliveredAt: string;
  readonly source: string;
  /** Whether no accepted delivery held this file before. */
  readonly first: boolean;
  /** `deliveredAt`, or `-infinity` in a first delivery. */
  readonly knownFrom: string;
}

/** Runs one statement of an import and gives its rows. */
export type RunSql = <Row = Readonly<Record<string, unknown>>>(statement: Sql) => Promise<readonly Row[]>;

export function targetOf(column: ColumnDeclaration): string {
  return column.target ?? column.name;
}

/** What of a column tells its content: of a BSN the hash alone, for a cipher differs each time. */
export function comparedTargetsOf(column: ColumnDeclaration): readonly string[] {
  return column.type.kind === 'bsn' ? ['bsn_hash'] : [targetOf(column)];
}

/** Whether a report may show what a column says. */
export function isShown(column: ColumnDeclaration): boolean {
  return column.type.kind !== 'bsn';
}

/** Names in staging and in the table of what a column becomes. */
export function targetsOf(column: ColumnDeclaration): readonly string[] {
  return column.type.kind === 'bsn' ? ['bsn_cipher', 'bsn_hash'] : [targetOf(column)];
}

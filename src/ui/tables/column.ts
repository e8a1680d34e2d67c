import type { ReactNode } from 'react';

/** What a cell becomes in a narrow table. `bare` has no label, `wide` takes the whole width, `hidden` leaves. */
export type NarrowRole = 'labelled' | 'wide' | 'bare' | 'hidden';

export interface Column<Row> {
  readonly id: string;
  readonly head: ReactNode;
  /** The label in a narrow table; the head when that is text. */
  readonly label?: string | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row: the first column, unless another says so. */
  readonly rowHead?: boolean | undefined;
  /** Numbers: aligned right. */
  readonly numeric?: boolean | undefined;
  /** Column width, for a table with fixed layout. */
  readonly width?: string | undefined;
  readonly narrow?: NarrowRole | undefined;
  /** Where there can be no value: a dash, left out when narrow. */
  readonly notApplicable?: ((row: Row) => boolean) | undefined;
  readonly className?: string | undefined;
  /** How many columns this cell takes in this row; the ones it covers are left out. 1 unless said. */
  readonly span?: ((row: Row) => number) | undefined;
}

export interface RowGroup<Row> {
  readonly id: string;
  readonly head: ReactNode;
  /** Quiet words after the head: "3 klanten". */
  readonly note?: ReactNode | undefined;
  /** Sums of the group, by column id; their columns stand at the end. */
  readonly sums?: Readonly<Record<string, ReactNode>> | undefined;
  readonly rows: readonly Row[];
}

/** The label of a column in a narrow table. */
export function labelOf<Row>(column: Column<Row>): string | undefined {
  return column.label ?? (typeof column.head === 'string' ? column.head : undefined);
}

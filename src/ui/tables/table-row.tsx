import type { ReactNode } from 'react';
import { NotApplicable } from './cell.tsx';
import { ChooseRow, type Choosing } from './choosing.tsx';
import { type Column, labelOf } from './column.ts';

/** Rows that open. The screen keeps which are open, so that the address or a fetch can follow. */
export interface Opening<Row> {
  readonly open: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly canOpen?: ((row: Row) => boolean) | undefined;
  /** Rows of the same columns that show when open. */
  readonly innerRows?: ((row: Row) => readonly Row[]) | undefined;
  /** Anything else that shows when open, over the whole width. */
  readonly detail?: ((row: Row) => ReactNode) | undefined;
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly tableId: string;
  readonly opening?: Opening<Row> | undefined;
  readonly choosing?: Choosing<Row> | undefined;
  readonly currentKey?: string | undefined;
  readonly joined?: ((row: Row) => boolean) | undefined;
}

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, opening, choosing } = props;
  const key = props.rowKey(row);
  const opens = opening !== undefined && (opening.canOpen?.(row) ?? true);
  const isOpen = opens && opening.open.has(key);
  const inner = isOpen ? (opening.innerRows?.(row) ?? []) : [];
  const detail = isOpen ? opening.detail?.(row) : undefined;
  // an id may hold no spaces, a key may
  const openedId = `${props.tableId}-${key.replaceAll(/\s/g, '_')}`;
  const opener = opens ? { isOpen, controls: openedId, onToggle: () => opening.onToggle(key) } : undefined;
  const wash = isOpen || choosing?.chosen.has(key) ? '' : undefined;
  return (
    <>
      <tr
        data-wash={wash}
        data-joined={props.joined?.(row) ? '' : undefined}
        data-key={key}
        aria-current={props.currentKey === key ? 'true' : undefined}
      >
        {choosing ? <ChooseRow choosing={choosing} row={row} rowKey={props.rowKey} /> : null}
        <Cells row={row} columns={columns} opener={opener} />
      </tr>
      {inner.map((item, index) => (
        <tr
          key={props.rowKey(item)}
          id={index === 0 ? openedId : undefined}
          data-wash=""
          data-inner=""
          data-key={props.rowKey(item)}
        >
          {choosing ? <td data-role="hidden" /> : null}
          <Cells row={item} columns={columns} opener={undefined} />
        </tr>
      ))}
      {detail === undefined ? null : (
        <tr className="ui-detail" id={inner.length === 0 ? openedId : undefined}>
          <td colSpan={columns.length + (choosing ? 1 : 0)}>{detail}</td>
        </tr>
      )}
    </>
  );
}

interface Opener {
  readonly isOpen: boolean;
  readonly controls: string;
  readonly onToggle: () => void;
}

function Cells<Row>(props: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly opener: Opener | undefined;
}) {
  const { row, columns, opener } = props;
  const headIndex = Math.max(
    0,
    columns.findIndex((column) => column.rowHead),
  );
  let covered = 0;
  return columns.map((column, index) => {
    if (covered > 0) {
      covered -= 1;
      return null;
    }
    const span = Math.min(column.span?.(row) ?? 1, columns.length - index);
    covered = span - 1;
    const colSpan = span > 1 ? span : undefined;
    const classes = [column.numeric ? 'ui-num' : '', column.className ?? ''].filter(Boolean).join(' ') || undefined;
    const na = column.notApplicable?.(row) ?? false;
    if (index === headIndex) {
      return (
        <th key={column.id} scope="row" colSpan={colSpan} className={classes} data-label={labelOf(column)}>
          {opener ? (
            <button
              type="button"
              className="ui-plain ui-opener"
              aria-expanded={opener.isOpen}
              aria-controls={opener.isOpen ? opener.controls : undefined}
              onClick={opener.onToggle}
            >
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </th>
      );
    }
    return (
      <td
        key={column.id}
        colSpan={colSpan}
        className={span > 1 ? undefined : classes}
        data-label={span > 1 ? undefined : labelOf(column)}
        data-role={span > 1 ? 'wide' : column.narrow}
        data-na={na ? '' : undefined}
      >
        {na ? <NotApplicable /> : column.cell(row)}
      </td>
    );
  });
}

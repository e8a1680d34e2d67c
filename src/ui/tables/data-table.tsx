import { type ReactNode, useId } from 'react';
import { ChooseAll, type Choosing } from './choosing.tsx';
import { type Column, labelOf, type RowGroup } from './column.ts';
import { type Opening, TableRow } from './table-row.tsx';

export interface DataTableProps<Row> {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows?: readonly Row[] | undefined;
  /** Rows under group heads, instead of `rows`. */
  readonly groups?: readonly RowGroup<Row>[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** The last row under an ink line, by column id. */
  readonly totals?: Readonly<Record<string, ReactNode>> | undefined;
  /** `to-list`: a label and value per cell; `lines`: a short record that needs few labels; absent: stays a table. */
  readonly narrow?: 'to-list' | 'lines' | undefined;
  readonly dense?: boolean | undefined;
  /** Column widths as given, not by content. */
  readonly fixed?: boolean | undefined;
  /** Cells of several lines: `top`; bars beside text: `middle`. */
  readonly align?: 'top' | 'middle' | undefined;
  /** Rows that open into inner rows or a detail. */
  readonly opening?: Opening<Row> | undefined;
  /** Rows to choose with checkboxes. */
  readonly choosing?: Choosing<Row> | undefined;
  /** The row one works on. */
  readonly currentKey?: string | undefined;
  /** The row introduces the next: no hairline between them. */
  readonly joined?: ((row: Row) => boolean) | undefined;
  /** Grey bars for this many rows while the content is fetched. */
  readonly loadingRows?: number | undefined;
}

/** A table: caption, sticky head, hairlines, numbers right; turns into a list by the room it has. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns } = props;
  const id = useId();
  const rows = props.rows ?? props.groups?.flatMap((group) => group.rows) ?? [];
  const row = (item: Row) => <TableRow key={props.rowKey(item)} {...props} row={item} tableId={id} />;
  return (
    <div className="ui-table-place" aria-busy={props.loadingRows ? true : undefined}>
      <table
        className="utrecht-table ui-table"
        data-narrow={props.narrow}
        data-dense={flag(props.dense)}
        data-fixed={flag(props.fixed)}
        data-top={flag(props.align === 'top')}
        data-middle={flag(props.align === 'middle')}
      >
        <caption className={`utrecht-table__caption${props.captionHidden ? ' ui-only-read' : ''}`}>
          {props.caption}
        </caption>
        <thead className="utrecht-table__header">
          <tr>
            {props.choosing ? <ChooseAll choosing={props.choosing} rows={rows} rowKey={props.rowKey} /> : null}
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={`utrecht-table__header-cell${column.numeric ? ' ui-num' : ''}`}
                style={column.width ? { width: column.width } : undefined}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {props.loadingRows ? <Bones columns={columns.length} rows={props.loadingRows} /> : null}
          {props.groups
            ? props.groups.map((group) => [
                <GroupHead key={`group ${group.id}`} group={group} columns={columns} />,
                ...group.rows.map(row),
              ])
            : rows.map(row)}
        </tbody>
        {props.totals ? (
          <Totals totals={props.totals} columns={columns} choosing={props.choosing !== undefined} />
        ) : null}
      </table>
    </div>
  );
}

function GroupHead<Row>(props: { readonly group: RowGroup<Row>; readonly columns: readonly Column<Row>[] }) {
  const { group, columns } = props;
  const firstSum = columns.findIndex((column) => group.sums?.[column.id] !== undefined);
  const span = firstSum < 1 ? columns.length : firstSum;
  return (
    <tr className="ui-group">
      <th scope="colgroup" colSpan={span}>
        {group.head} {group.note ? <span className="ui-group-note">{group.note}</span> : null}
      </th>
      {columns.slice(span).map((column) => (
        <td key={column.id} className={column.numeric ? 'ui-num' : undefined} data-label={labelOf(column)}>
          {group.sums?.[column.id]}
        </td>
      ))}
    </tr>
  );
}

function Totals<Row>(props: {
  readonly totals: Readonly<Record<string, ReactNode>>;
  readonly columns: readonly Column<Row>[];
  readonly choosing: boolean;
}) {
  return (
    <tfoot className="utrecht-table__footer">
      <tr>
        {props.choosing ? <td data-role="hidden" /> : null}
        {props.columns.map((column, index) => {
          const value = props.totals[column.id];
          const className = `${column.numeric ? 'ui-num ' : ''}${column.className ?? ''}`;
          if (index === 0) {
            return (
              <th key={column.id} scope="row">
                {value}
              </th>
            );
          }
          return (
            <td
              key={column.id}
              className={className}
              data-label={labelOf(column)}
              data-role={value === undefined ? 'hidden' : undefined}
            >
              {value}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

function Bones(props: { readonly columns: number; readonly rows: number }) {
  const widths = [70, 88, 60, 80, 72];
  return Array.from({ length: props.rows }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: props.columns }, (_, column) => (
        <td key={column} data-role="bare">
          <span className="ui-bone" style={{ width: `${widths[(row + column) % widths.length]}%` }} />
        </td>
      ))}
    </tr>
  ));
}

function flag(on: boolean | undefined): '' | undefined {
  return on ? '' : undefined;
}

import { type ReactNode, useId } from 'react';
import { Disclosure } from '../actions/disclosure.tsx';
import { DataTable } from '../tables/data-table.tsx';
import { useWords } from '../use-words.tsx';

/** The drawing itself: an image with a name and a description. */
export function Drawing(props: {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <svg
      className="ui-chart"
      width={props.width}
      height={props.height}
      viewBox={`0 0 ${props.width} ${props.height}`}
      role="img"
      aria-labelledby={`${id}t ${id}d`}
    >
      <title id={`${id}t`}>{props.title}</title>
      <desc id={`${id}d`}>{props.description}</desc>
      {props.children}
    </svg>
  );
}

/** The same numbers as a table: head words and rows of text; the first column names the row. */
export interface TableTwin {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Columns that hold numbers, by index. */
  readonly numeric?: readonly number[] | undefined;
}

interface TwinRow {
  readonly index: number;
  readonly cells: readonly ReactNode[];
}

/** The table twin of a chart, folded under it. */
export function Twin(props: {
  readonly twin: TableTwin;
  readonly summary?: string | undefined;
  readonly about?: string | undefined;
}) {
  const { say } = useWords();
  const { twin } = props;
  return (
    <Disclosure summary={props.summary ?? say('ui.asTable')} about={props.about ?? twin.caption}>
      <DataTable
        caption={twin.caption}
        dense
        narrow={twin.heads.length > 2 ? 'to-list' : undefined}
        columns={twin.heads.map((head, index) => ({
          id: String(index),
          head,
          numeric: twin.numeric?.includes(index) ?? false,
          cell: (row: TwinRow) => row.cells[index],
        }))}
        rows={twin.rows.map((cells, index) => ({ cells, index }))}
        rowKey={(row) => String(row.index)}
      />
    </Disclosure>
  );
}

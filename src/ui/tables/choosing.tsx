import { Checkbox } from '@utrecht/checkbox-react';
import type { ReactNode } from 'react';
import { useWords } from '../use-words.tsx';

/** Rows one may choose, to do one thing with all of them. */
export interface Choosing<Row> {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** How the row is called: "Ayaan Warsame". */
  readonly nameOf: (row: Row) => string;
}

export function ChooseAll<Row>(props: {
  readonly choosing: Choosing<Row>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}) {
  const { say } = useWords();
  const { chosen, onChange } = props.choosing;
  const keys = props.rows.map(props.rowKey);
  const all = keys.length > 0 && keys.every((key) => chosen.has(key));
  return (
    <th scope="col" className="ui-tick">
      <Checkbox
        checked={all}
        aria-label={say('ui.selectAll', { count: keys.length })}
        onChange={() => onChange(new Set(all ? [] : keys))}
      />
    </th>
  );
}

export function ChooseRow<Row>(props: {
  readonly choosing: Choosing<Row>;
  readonly row: Row;
  readonly rowKey: (row: Row) => string;
}) {
  const { say } = useWords();
  const { chosen, onChange, nameOf } = props.choosing;
  const key = props.rowKey(props.row);
  return (
    <td className="ui-tick" data-role="bare">
      <Checkbox
        checked={chosen.has(key)}
        aria-label={say('ui.selectRow', { name: nameOf(props.row) })}
        onChange={(event) => {
          const next = new Set(chosen);
          if (event.currentTarget.checked) next.add(key);
          else next.delete(key);
          onChange(next);
        }}
      />
    </td>
  );
}

/** What can be done with the chosen rows, under the table. */
export function PickBar(props: {
  readonly chosen: number;
  readonly all: number;
  /** What will change: "Na opnemen: niet opgenomen 8 wordt 5." */
  readonly effect?: ReactNode | undefined;
  readonly children: ReactNode;
}) {
  const { say, show } = useWords();
  return (
    <div className="ui-pick-bar" role="group" aria-label={say('ui.selectedLabel', { chosen: props.chosen })}>
      <p aria-live="polite">
        {show('ui.selected', { chosen: props.chosen, all: props.all })} {props.effect}
      </p>
      <div className="ui-actions">{props.children}</div>
    </div>
  );
}

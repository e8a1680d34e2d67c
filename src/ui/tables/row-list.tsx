import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../use-words.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { hasLetterKey, switchLetterKey, useLetterKey } from './letter-key.ts';

export interface RowListProps<Row> extends Omit<DataTableProps<Row>, 'groups' | 'totals' | 'opening' | 'rows'> {
  readonly rows: readonly Row[];
  /** R: act on the row, in a side sheet. Enter follows the row's own link. */
  readonly onAct?: ((row: Row) => void) | undefined;
  readonly onCurrent?: ((row: Row) => void) | undefined;
  /** It is what the page is for: its keys work for the row that is drawn as chosen while nothing has the focus. */
  readonly isMain?: boolean | undefined;
  /** Quiet words under the list: what it counts. */
  readonly foot?: ReactNode | undefined;
}

/**
 * A list one works from. The cell that names the row holds a link with `data-row-focus`; arrows (and Home, End) move
 * between those, Enter follows the link, R acts. Keys work while the focus is in the list and not in a field; those of the
 * main list also on the page as it opened, where the letter can be switched off (WCAG 2.1.4).
 */
export function RowList<Row>(props: RowListProps<Row>) {
  const { rows, rowKey, onAct, onCurrent, isMain, foot, currentKey, ...table } = props;
  const place = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const [lastIndex, setLastIndex] = useState(0);
  const [ownKey, setOwnKey] = useState<string>();
  const wanted = currentKey ?? ownKey;
  const found = rows.findIndex((row) => rowKey(row) === wanted);
  // the row left the list after saving: the one that took its place is current
  const standing = found >= 0 ? found : Math.min(lastIndex, rows.length - 1);
  const kept = Math.max(0, standing);
  if (kept !== lastIndex) setLastIndex(kept);
  const current = rows[standing] && rowKey(rows[standing]);

  useEffect(() => {
    const focusFell = hadFocus.current && document.activeElement === document.body;
    if (focusFell) place.current?.querySelector<HTMLElement>('tr[aria-current] [data-row-focus]')?.focus();
  }, [standing, current]);

  useEffect(() => {
    if (!isMain) return undefined;
    const begin = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const acts = event.key.toLowerCase() === 'r' && onAct !== undefined && hasLetterKey();
      if (!acts && !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
      const chosen = place.current?.querySelector<HTMLElement>('tr[aria-current] [data-row-focus]');
      const row = rows[standing];
      if (!isNowhere(document.activeElement) || !chosen || row === undefined) return;
      event.preventDefault();
      chosen.focus();
      if (acts) onAct(row);
      else if (event.key === 'Enter') chosen.click();
    };
    document.addEventListener('keydown', begin);
    return () => document.removeEventListener('keydown', begin);
  });

  function choose(row: Row | undefined) {
    if (row === undefined) return;
    setOwnKey(rowKey(row));
    onCurrent?.(row);
  }

  function move(event: KeyboardEvent, to: number) {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
    if (row === undefined) return;
    event.preventDefault();
    choose(row);
    place.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(rowKey(row))}"] [data-row-focus]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, select, textarea') !== null;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.findIndex((row) => rowKey(row) === current);
    if (event.key === 'ArrowDown') move(event, index + 1);
    else if (event.key === 'ArrowUp') move(event, index - 1);
    else if (event.key === 'Home') move(event, 0);
    else if (event.key === 'End') move(event, rows.length - 1);
    else if (event.key.toLowerCase() === 'r' && onAct && rows[index] !== undefined) {
      event.preventDefault();
      onAct(rows[index]);
    }
  }

  return (
    <div
      className="ui-row-list"
      ref={place}
      onKeyDown={onKeyDown}
      // an element that is removed sends no blur, so this stays true when the chosen row leaves
      onBlur={(event) => {
        hadFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
      onFocus={(event) => {
        hadFocus.current = true;
        const key = event.target.closest('tr[data-key]')?.getAttribute('data-key');
        if (key && key !== current) choose(rows.find((row) => rowKey(row) === key));
      }}
    >
      <DataTable {...table} rows={rows} rowKey={rowKey} currentKey={current} />
      {foot ? <p className="ui-foot">{foot}</p> : null}
    </div>
  );
}

/** No control has the focus: the page as it opened, or its heading after coming from another page. */
function isNowhere(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.tagName === 'H1';
}

/** What the keys do, and a way to switch off the letter; hidden where there is hardly ever a keyboard. */
export function KeyHints(props: { readonly open?: string | undefined; readonly act?: string | undefined }) {
  const { say } = useWords();
  const hasLetter = useLetterKey();
  return (
    <p className="ui-small ui-quiet ui-keys">
      <kbd className="ui-key">↑</kbd> <kbd className="ui-key">↓</kbd> {say('ui.keysMove')},{' '}
      <kbd className="ui-key">Enter</kbd> {props.open ?? say('ui.keysOpen')}, <kbd className="ui-key">R</kbd>{' '}
      {props.act ?? say('ui.keysAct')}{' '}
      <button type="button" className="ui-plain" onClick={() => switchLetterKey(!hasLetter)}>
        {say(hasLetter ? 'ui.letterOff' : 'ui.letterOn')}
      </button>
    </p>
  );
}

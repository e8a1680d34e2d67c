import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { useWords } from '../use-words.tsx';

export interface SideSheetProps {
  readonly title: ReactNode;
  /** Under the title: with whom. */
  readonly subtitle?: ReactNode | undefined;
  /** Why now, and what one needs to fill in the form. */
  readonly context?: ReactNode | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A sheet beside the list: no dialog, the list stays usable. On opening the first field gets the focus; Esc closes;
 * on closing the focus returns to where it was, if that is still there.
 */
export function SideSheet(props: SideSheetProps) {
  const { say } = useWords();
  const headingId = useId();
  const sheet = useRef<HTMLElement>(null);
  const { onClose } = props;

  useEffect(() => {
    const before = document.activeElement;
    const key = before?.closest('tr[data-key]')?.getAttribute('data-key');
    const place = sheet.current;
    const fields = 'form :is(input:checked, input:not([type="radio"]), select, textarea)';
    const first = place?.querySelector<HTMLElement>(fields) ?? place?.querySelector<HTMLElement>('h2');
    first?.focus();
    return () => {
      // React may have redrawn the list after saving: the row is a new element, or it left and another took its place
      const row = key && document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"] [data-row-focus]`);
      const next = document.querySelector<HTMLElement>('tr[aria-current] [data-row-focus]');
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else (row || next)?.focus();
    };
  }, []);

  useEffect(() => {
    const place = sheet.current;
    // The sheet begins below the head of the page and moves up with it: its end stays in the window, so the buttons do.
    const fit = () => {
      const top = place?.getBoundingClientRect().top ?? 0;
      place?.style.setProperty('--ui-sheet-top', `${Math.max(0, Math.round(top))}px`);
    };
    fit();
    window.addEventListener('scroll', fit, { passive: true });
    window.addEventListener('resize', fit);
    return () => {
      window.removeEventListener('scroll', fit);
      window.removeEventListener('resize', fit);
    };
  }, []);

  return (
    <section
      className="ui-sheet"
      ref={sheet}
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="ui-sheet-head">
        <div>
          <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
            {props.title}
          </h2>
          {props.subtitle ? <p>{props.subtitle}</p> : null}
        </div>
        <ActionButton slim onClick={onClose}>
          {say('ui.close')}
        </ActionButton>
      </div>
      {props.context ? <div className="ui-sheet-context">{props.context}</div> : null}
      <div className="ui-sheet-body">{props.children}</div>
    </section>
  );
}

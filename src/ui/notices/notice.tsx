import type { ReactNode } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import type { Sign } from '../marks/look.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWords } from '../use-words.tsx';

export type NoticeKind = 'info' | 'warning' | 'error' | 'success';

const LOOKS: Readonly<Record<NoticeKind, Omit<Sign, 'word'>>> = {
  info: { shape: 'circle-outlined', colour: 'slate' },
  warning: { shape: 'diamond', colour: 'amber' },
  error: { shape: 'triangle', colour: 'brick' },
  success: { shape: 'tick', colour: 'moss' },
};

export interface NoticeProps {
  readonly kind: NoticeKind;
  /** The state in two or three words: "Mogelijk dubbel". */
  readonly title?: string | undefined;
  /** What happened, why, what to do. */
  readonly children: ReactNode;
  /** For who helps. */
  readonly code?: string | undefined;
  readonly actions?: ReactNode | undefined;
}

/** A message on the page. An error or a warning is read aloud when it comes. */
export function Notice(props: NoticeProps) {
  const { say } = useWords();
  const look = LOOKS[props.kind];
  return (
    <div
      className="ui-notice"
      data-kind={props.kind}
      data-colour={look.colour}
      role={props.kind === 'error' ? 'alert' : props.kind === 'warning' ? 'status' : undefined}
    >
      {props.title ? (
        <p>
          <StateMark sign={{ ...look, word: props.title }} />
        </p>
      ) : null}
      <div>{props.children}</div>
      {props.actions || props.code ? (
        <div className="ui-actions">
          {props.actions}
          {props.code ? <span className="ui-small ui-quiet">{say('ui.code', { code: props.code })}</span> : null}
        </div>
      ) : null}
    </div>
  );
}

/**
 * After saving, in place of the line that left: what was done, and the way back until the next act.
 * Keep it mounted and give `children` later, so that it is read aloud.
 */
export function SavedLine(props: {
  readonly children?: ReactNode | undefined;
  readonly onUndo?: (() => void) | undefined;
  /** It is being undone: a second press does nothing. */
  readonly busy?: boolean | undefined;
}) {
  const { say } = useWords();
  return (
    <div className="ui-saved" role="status">
      {props.children ? <p>{props.children}</p> : null}
      {props.children && props.onUndo ? (
        <ActionButton kind="plain" busy={props.busy} onClick={props.onUndo}>
          {say('ui.undo')}
        </ActionButton>
      ) : null}
    </div>
  );
}

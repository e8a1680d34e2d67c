import { type ReactNode, useId, useState } from 'react';
import type { Sign } from '../marks/look.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWords } from '../use-words.tsx';

/** Why now, in one sentence; what rides along comes under it. */
export function ReasonLine(props: { readonly children: ReactNode; readonly also?: readonly string[] | undefined }) {
  const { say } = useWords();
  return (
    <>
      <p className="ui-reason">{props.children}</p>
      {props.also?.map((reason) => (
        <p className="ui-reason ui-sub" key={reason}>
          {say('ui.also', { reason })}
        </p>
      ))}
    </>
  );
}

export interface DueItem {
  readonly id: string;
  readonly sign: Sign;
  readonly reason: ReactNode;
  /** Where more can be read: the norm, the profile. */
  readonly link?: ReactNode | undefined;
  /** The same in place, under words that open it: for who has no page to go to. */
  readonly more?: { readonly word: string; readonly content: ReactNode } | undefined;
}

/** Everything that is due of one client, with its state and its reason. */
export function DueList(props: { readonly items: readonly DueItem[] }) {
  return (
    <ul className="ui-due-list">
      {props.items.map((item) => (
        <DueLine key={item.id} {...item} />
      ))}
    </ul>
  );
}

function DueLine({ sign, reason, link, more }: DueItem) {
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  return (
    <li>
      <StateMark sign={sign} />
      <p>{reason}</p>
      {link ? <span>{link}</span> : null}
      {more ? (
        <span>
          <button
            className="ui-plain"
            type="button"
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setOpen(!isOpen)}
          >
            {more.word}
          </button>
        </span>
      ) : null}
      {more ? (
        <div className="ui-due-more" id={moreId} hidden={!isOpen}>
          {more.content}
        </div>
      ) : null}
    </li>
  );
}

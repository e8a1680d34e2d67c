import type { ReactNode } from 'react';
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
}

/** Everything that is due of one client, with its state and its reason. */
export function DueList(props: { readonly items: readonly DueItem[] }) {
  return (
    <ul className="ui-due-list">
      {props.items.map((item) => (
        <li key={item.id}>
          <StateMark sign={item.sign} />
          <p>{item.reason}</p>
          {item.link ? <span>{item.link}</span> : null}
        </li>
      ))}
    </ul>
  );
}

import { useId } from 'react';
import { BareLink } from '../navigation.tsx';

export interface Counter {
  readonly word: string;
  readonly count: string;
  readonly href: string;
  readonly current?: boolean | undefined;
}

/** Words and numbers as links; each opens the list it counts. */
export function Counters(props: { readonly title: string; readonly counters: readonly Counter[] }) {
  const id = useId();
  return (
    <nav className="ui-counters" aria-labelledby={id}>
      <h2 className="ui-counters-head" id={id}>
        {props.title}
      </h2>
      <ul>
        {props.counters.map((counter) => (
          <li key={counter.href}>
            <BareLink href={counter.href} aria-current={counter.current ? 'true' : undefined}>
              <span className="ui-counter-word">{counter.word}</span>{' '}
              <span className="ui-counter-n">{counter.count}</span>
            </BareLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

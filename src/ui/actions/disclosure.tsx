import type { ReactNode } from 'react';
import type { Fact } from '../frame/section.tsx';
import { useWords } from '../use-words.tsx';

export interface DisclosureProps {
  readonly summary: ReactNode;
  /** What it is about, read after the summary so that ten of them on a page can be told apart. */
  readonly about?: string | undefined;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}

/** Something that folds open. */
export function Disclosure(props: DisclosureProps) {
  return (
    <details className="ui-fold" open={props.open}>
      <summary>
        <span>
          {props.summary}
          {props.about ? <span className="ui-only-read"> {props.about}</span> : null}
        </span>
      </summary>
      <div className="ui-folded">{props.children}</div>
    </details>
  );
}

export interface Counted {
  /** The definition in a sentence or two. */
  readonly definition: ReactNode;
  readonly numerator?: ReactNode | undefined;
  readonly denominator?: ReactNode | undefined;
  /** Target and version of the norm. */
  readonly norm?: ReactNode | undefined;
  /** Reference date and knowledge date, in words. */
  readonly asOf?: ReactNode | undefined;
  readonly more?: readonly Fact[] | undefined;
}

/** "How is this counted?": definition, numerator, denominator, norm, as of. */
export function HowCounted(props: {
  readonly about: string;
  readonly counted: Counted;
  readonly open?: boolean | undefined;
}) {
  const { say } = useWords();
  const { counted } = props;
  const facts: Fact[] = [
    { term: say('ui.numerator'), detail: counted.numerator },
    { term: say('ui.denominator'), detail: counted.denominator },
    { term: say('ui.norm'), detail: counted.norm },
    { term: say('ui.state'), detail: counted.asOf },
    ...(counted.more ?? []),
  ].filter((fact) => fact.detail !== undefined);
  return (
    <Disclosure summary={say('ui.howCounted')} about={props.about} open={props.open ?? false}>
      <p>{counted.definition}</p>
      <dl>
        {facts.map((fact) => (
          <div key={fact.term} style={{ display: 'contents' }}>
            <dt>{fact.term}</dt>
            <dd>{fact.detail}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

import { type ReactNode, useId } from 'react';

export interface SectionProps {
  readonly title: ReactNode;
  /** The sentence that says what the section shows. */
  readonly lead?: ReactNode | undefined;
  /** Read aloud, not shown: the figures speak for themselves. */
  readonly titleHidden?: boolean | undefined;
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page under a second-level heading, 40 px below what precedes it. */
export function Section(props: SectionProps) {
  const headingId = useId();
  return (
    <section className="ui-section" id={props.id} aria-labelledby={headingId}>
      <div className={props.titleHidden ? 'ui-only-read' : 'ui-section-head'}>
        <h2 className="utrecht-heading-2" id={headingId}>
          {props.title}
        </h2>
        {props.lead ? <p>{props.lead}</p> : null}
      </div>
      {props.children}
    </section>
  );
}

/** Cards side by side under an ink line. */
export function Cards(props: { readonly children: ReactNode }) {
  return <div className="ui-section ui-cards">{props.children}</div>;
}

/** One card: a heading and what belongs to it. */
export function Card(props: { readonly title: ReactNode; readonly children: ReactNode }) {
  const headingId = useId();
  return (
    <section className="ui-card" aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

export interface Fact {
  readonly term: string;
  readonly detail: ReactNode;
}

/** Terms and what they are: cards, glances. */
export function Facts(props: { readonly facts: readonly Fact[]; readonly small?: boolean | undefined }) {
  return (
    <dl className={props.small ? 'ui-facts ui-small' : 'ui-facts'}>
      {props.facts.map((fact) => (
        <div key={fact.term} style={{ display: 'contents' }}>
          <dt>{fact.term}</dt>
          <dd>{fact.detail}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A short boxed word beside a name, such as a protected mark. */
export function Tag(props: { readonly children: ReactNode }) {
  return <span className="ui-tag">{props.children}</span>;
}

import { type ReactNode, useId } from 'react';

/** One block of the gallery. */
export function Spec(props: {
  readonly title: string;
  readonly note?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="gallery-spec" data-wide={props.wide ? '' : undefined} aria-labelledby={id}>
      <h2 className="utrecht-heading-2" id={id}>
        {props.title}
      </h2>
      {props.note ? <p className="ui-small ui-quiet gallery-note">{props.note}</p> : null}
      {props.children}
    </section>
  );
}

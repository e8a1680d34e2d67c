import { type ReactNode, useId } from 'react';

export interface BarBlockProps {
  readonly title: ReactNode;
  /** Quiet words after the title: weight, which agreement. */
  readonly note?: ReactNode;
  /** One sentence: how many, how long, where most. */
  readonly says: ReactNode;
  /** A `ClosureBar`. */
  readonly bar: ReactNode;
  /** The `Figure` beside it. */
  readonly figure?: ReactNode;
}

/** One norm: its sentence and bar at the left, its figure at the right. */
export function BarBlock(props: BarBlockProps) {
  const id = useId();
  return (
    <section className="ui-norm" aria-labelledby={id}>
      <div>
        <h3 className="utrecht-heading-3" id={id}>
          {props.title} {props.note ? <span className="ui-norm-weight">{props.note}</span> : null}
        </h3>
        <p className="ui-norm-says">{props.says}</p>
        {props.bar}
      </div>
      {props.figure}
    </section>
  );
}

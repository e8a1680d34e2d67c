import type { ReactElement } from 'react';
import type { Look, Shape, Sign } from './look.ts';

const SHAPES: Readonly<Record<Shape, ReactElement>> = {
  triangle: <path d="M6 .6 12 11.4H0z" stroke="none" />,
  'triangle-outlined': <path d="M6 2.1 10.8 10.6H1.2z" fill="none" strokeWidth="1.6" />,
  square: <path d="M1 1h10v10H1z" stroke="none" />,
  'square-dashed': <path d="M1.2 1.2h9.6v9.6H1.2z" fill="none" strokeWidth="1.5" strokeDasharray="2.2 1.6" />,
  diamond: <path d="M6 .3 11.7 6 6 11.7.3 6z" stroke="none" />,
  'diamond-outlined': <path d="M6 1.4 10.6 6 6 10.6 1.4 6z" fill="none" strokeWidth="1.6" />,
  circle: <circle cx="6" cy="6" r="5" stroke="none" />,
  'circle-outlined': <circle cx="6" cy="6" r="4.2" fill="none" strokeWidth="1.4" />,
  'circle-dash': <path d="M11.1 6A5.1 5.1 0 1 1 .9 6a5.1 5.1 0 0 1 10.2 0zM3.4 6h5.2" fill="none" strokeWidth="1.6" />,
  'circle-slash': (
    <path d="M11.1 6A5.1 5.1 0 1 1 .9 6a5.1 5.1 0 0 1 10.2 0zM2.6 9.4 9.4 2.6" fill="none" strokeWidth="1.6" />
  ),
  tick: <path d="M1.5 6.5 4.7 9.7 10.7 2.6" fill="none" strokeWidth="2.2" />,
};

/** The shape alone; always beside its word. */
export function Mark(props: Look) {
  return (
    <svg className="ui-mark" viewBox="0 0 12 12" data-colour={props.colour} aria-hidden="true">
      {SHAPES[props.shape]}
    </svg>
  );
}

/** A state or a verdict: shape, then word, both in its colour. */
export function StateMark(props: { readonly sign: Sign }) {
  const { sign } = props;
  return (
    <span className="ui-state" data-colour={sign.colour}>
      <Mark shape={sign.shape} colour={sign.colour} />
      <span>{sign.word}</span>
    </span>
  );
}

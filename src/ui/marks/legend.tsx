import type { Sign } from './look.ts';
import { Mark } from './state-mark.tsx';

/** What the segments of small bars mean, in the head of their column: shape and word, in the order of the segments. */
export function Legend(props: { readonly signs: readonly Sign[] }) {
  return (
    <span className="ui-legend">
      {props.signs.map((sign) => (
        <span key={sign.word}>
          <Mark shape={sign.shape} colour={sign.colour} /> {sign.word}
        </span>
      ))}
    </span>
  );
}

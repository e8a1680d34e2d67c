import type { Colour } from '../marks/look.ts';

/** A number as a bar in a table cell, on the scale of the largest; the number itself stands in its own cell. */
export function ValueBar(props: { readonly value: number; readonly scale: number; readonly colour: Colour }) {
  const width = `${props.scale > 0 ? (100 * props.value) / props.scale : 0}%`;
  return props.value === 0 ? null : (
    <div className="ui-value-bar" data-colour={props.colour} style={{ width }} aria-hidden="true" />
  );
}

/** How a state looks: data that a screen hands over; the components know shapes and colours, not what they mean. */

export type Colour = 'ink' | 'petrol' | 'amber' | 'brick' | 'moss' | 'slate' | 'violet';

export type Shape =
  | 'triangle'
  | 'triangle-outlined'
  | 'square'
  | 'square-dashed'
  | 'diamond'
  | 'diamond-outlined'
  | 'circle'
  | 'circle-outlined'
  | 'circle-dash'
  | 'circle-slash'
  | 'tick';

/** How a segment of a bar is filled: filled asks for action, hatched is planned, tinted is settled. */
export type Fill = 'solid' | 'hatched' | 'hatched-fine' | 'tinted' | 'underlined' | 'dashed';

export interface Look {
  readonly shape: Shape;
  readonly colour: Colour;
}

/** A word with its shape and colour: one state, or one verdict. */
export interface Sign extends Look {
  readonly word: string;
}

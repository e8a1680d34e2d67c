import { colourOf, type TimelineDue, type TimelineMarkLook } from './timeline-data.ts';

/** One mark of the timeline, drawn around a point. */
export function TimelineGlyph(props: {
  readonly look: TimelineMarkLook | TimelineDue['look'];
  readonly x: number;
  readonly y: number;
}) {
  const { look, x, y } = props;
  return <g data-colour={colourOf[look]}>{shapeOf(look, x, y)}</g>;
}

function shapeOf(look: TimelineMarkLook | TimelineDue['look'], x: number, y: number) {
  switch (look) {
    case 'full':
      return <circle className="ui-full" cx={x} cy={y} r="7" />;
    case 'tinted':
      return <circle className="ui-tinted" cx={x} cy={y} r="6.25" />;
    case 'cross':
      return <path className="ui-stroke" d={`M${x - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`} />;
    case 'struck':
      return (
        <>
          <circle className="ui-outlined" cx={x} cy={y} r="6.25" />
          <path className="ui-stroke" d={`M${x - 9} ${y}h18`} />
        </>
      );
    case 'passed':
      return <path className="ui-full" d={`M${x} ${y - 8}l8.5 15h-17z`} />;
    case 'ahead':
      return <circle className="ui-ahead" cx={x} cy={y} r="6.25" />;
  }
}

/** The same mark in the key under the drawing. */
export function TimelineKeyMark(props: { readonly look: TimelineMarkLook | TimelineDue['look'] }) {
  return (
    <svg className="ui-chart ui-key-mark" width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">
      <TimelineGlyph look={props.look} x={9} y={8} />
    </svg>
  );
}

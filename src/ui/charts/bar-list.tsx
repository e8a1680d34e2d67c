import type { Colour } from '../marks/look.ts';
import { isShown, type ShownNumber } from '../shown-number.ts';
import { useWords } from '../use-words.tsx';
import { Drawing, Twin } from './chart.tsx';
import { wordWidth } from './labels.ts';
import { linearScale } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface BarListBar {
  readonly id: string;
  readonly word: string;
  readonly value: ShownNumber;
  readonly colour: Colour;
}

export interface BarListProps {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly BarListBar[];
  /** In words; also where a count is too small to show, which has no bar. */
  readonly format: (value: ShownNumber) => string;
  /** A dashed line after this bar: where the term ends. */
  readonly divideAfter?: string | undefined;
  /** What the colours mean, in words. */
  readonly meanings?: readonly { readonly colour: Colour; readonly word: string }[] | undefined;
}

/** A few counts as bars, the number at the end of each. */
export function BarList(props: BarListProps) {
  const { say } = useWords();
  const { ref, width } = useWidth(720);
  const { bars } = props;
  const drawn = Math.min(width, 720);
  const widest = Math.max(...bars.map((bar) => wordWidth(bar.word)));
  const left = Math.min(184, widest + 16, drawn / 2);
  const right = drawn - Math.max(...bars.map((bar) => wordWidth(props.format(bar.value)))) - 12;
  const x = linearScale([0, Math.max(1, ...bars.map(drawnValue))], [left, right]);
  const cut = bars.findIndex((bar) => bar.id === props.divideAfter);
  const top = (index: number) => index * 28 + (cut >= 0 && index > cut ? 12 : 0);
  const height = top(bars.length - 1) + 28;
  return (
    <div ref={ref}>
      <Drawing title={props.title} description={props.description} width={drawn} height={height}>
        {bars.map((bar, index) => (
          <g key={bar.id} data-colour={bar.colour}>
            <text className="ui-chart-strong" x="0" y={top(index) + 18}>
              {bar.word}
            </text>
            {isShown(bar.value) ? (
              <rect
                className="ui-full"
                x={left}
                width={Math.max(1, x(bar.value) - left)}
                y={top(index) + 4}
                height="18"
              />
            ) : null}
            <text className="ui-chart-strong" x={x(drawnValue(bar)) + 8} y={top(index) + 18}>
              {props.format(bar.value)}
            </text>
          </g>
        ))}
        {cut >= 0 ? <line className="ui-dashed" x1="0" x2={drawn} y1={top(cut) + 33} y2={top(cut) + 33} /> : null}
      </Drawing>
      {props.meanings ? (
        <ul className="ui-marks-key">
          {props.meanings.map((meaning) => (
            <li key={meaning.word}>
              <span className="ui-key-block" data-colour={meaning.colour} aria-hidden="true" />
              {meaning.word}
            </li>
          ))}
        </ul>
      ) : null}
      <Twin
        twin={{
          caption: props.title,
          heads: [say('ui.line'), say('ui.amount')],
          numeric: [1],
          rows: bars.map((bar) => [bar.word, props.format(bar.value)]),
        }}
      />
    </div>
  );
}

function drawnValue({ value }: BarListBar): number {
  return isShown(value) ? value : 0;
}

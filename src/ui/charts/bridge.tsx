import { useWords } from '../use-words.tsx';
import { Drawing, Twin } from './chart.tsx';
import { wordWidth } from './labels.ts';
import { linearScale } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface BridgeStep {
  readonly id: string;
  readonly word: string;
  /** A total stands on the base line; a change starts where the one before ended. */
  readonly kind: 'total' | 'change';
  /** The total, or the signed change. */
  readonly value: number;
}

export interface BridgeProps {
  readonly title: string;
  readonly description: string;
  readonly steps: readonly BridgeStep[];
  readonly format: (value: number) => string;
  readonly formatChange: (value: number) => string;
  /** What was agreed, as a band behind the bars. */
  readonly band?: { readonly from: number; readonly to: number; readonly word: string } | undefined;
}

const NARROW = 560;

/** From number to number in named steps. */
export function Bridge(props: BridgeProps) {
  const { say } = useWords();
  const { ref, width } = useWidth(720);
  const { steps, band } = props;
  const drawn = Math.min(width, 720);
  const narrow = drawn < NARROW;
  const numbers = 56;
  const left = narrow ? 0 : Math.min(264, Math.max(...steps.map((step) => wordWidth(step.word))) + 24);
  const pitch = narrow ? 56 : 40;
  const barTop = narrow ? 26 : 8;
  const barHeight = narrow ? 16 : 24;
  const height = steps.length * pitch + (band ? 24 : 0);
  const spans = spansOf(steps);
  const top = Math.max(...spans.flatMap((span) => [span.from, span.to]), band?.to ?? 0);
  const x = linearScale([0, top], [left, drawn - numbers]);

  return (
    <div ref={ref}>
      <Drawing title={props.title} description={props.description} width={drawn} height={height}>
        {band ? (
          <>
            {(narrow ? steps.map((_, index) => index * pitch + barTop - 2) : [0]).map((y) => (
              <rect
                key={y}
                className="ui-band"
                x={x(band.from)}
                width={x(band.to) - x(band.from)}
                y={y}
                height={narrow ? barHeight + 4 : steps.length * pitch}
              />
            ))}
            <text x={x(band.to)} y={height - 6} textAnchor="end">
              {band.word}
            </text>
          </>
        ) : null}
        {spans.map(({ step, from, to }, index) => {
          const y = index * pitch + barTop;
          const base = y + barHeight / 2 + 5;
          const strong = step.kind === 'total' ? 'ui-chart-strong' : undefined;
          const next = spans[index + 1];
          return (
            <g key={step.id} data-colour={step.kind === 'change' && step.value < 0 ? 'slate' : 'petrol'}>
              <text className={strong} x="0" y={narrow ? index * pitch + 18 : base}>
                {step.word}
              </text>
              <rect
                className={step.kind === 'change' && step.value > 0 ? 'ui-tinted' : 'ui-full'}
                x={Math.min(x(from), x(to))}
                width={Math.max(1, Math.abs(x(to) - x(from)))}
                y={y}
                height={barHeight}
              />
              <text className="ui-chart-strong" x={drawn} y={base} textAnchor="end">
                {step.kind === 'total' ? props.format(step.value) : props.formatChange(step.value)}
              </text>
              {step.kind === 'change' && next?.step.kind === 'change' ? (
                <text x={Math.min(x(from), x(to)) - 8} y={base} textAnchor="end">
                  {props.format(to)}
                </text>
              ) : null}
              {next && !narrow ? (
                <line
                  className="ui-base"
                  strokeDasharray="2 2"
                  x1={x(to)}
                  x2={x(to)}
                  y1={y + barHeight}
                  y2={y + pitch}
                />
              ) : null}
            </g>
          );
        })}
        {narrow ? null : <line className="ui-base" x1={left} x2={left} y1="0" y2={steps.length * pitch} />}
      </Drawing>
      <Twin
        twin={{
          caption: props.title,
          heads: [say('ui.step'), say('ui.amount')],
          numeric: [1],
          rows: steps.map((step) => [
            step.word,
            step.kind === 'total' ? props.format(step.value) : props.formatChange(step.value),
          ]),
        }}
      />
    </div>
  );
}

function spansOf(steps: readonly BridgeStep[]) {
  let running = 0;
  return steps.map((step) => {
    const from = step.kind === 'total' ? 0 : running;
    const to = step.kind === 'total' ? step.value : running + step.value;
    running = to;
    return { step, from, to };
  });
}

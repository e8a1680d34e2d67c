import { Drawing, Twin } from './chart.tsx';
import { raiseLabels, spreadLabels, wordWidth } from './labels.ts';
import { linearScale, pieces } from './scale.ts';
import { useWidth } from './use-width.ts';

export interface CohortLine {
  readonly id: string;
  readonly word: string;
  /** Share (0 to 1) at 0, 1, 2 ... periods after the start; the line ends where the data end. */
  readonly shares: readonly (number | undefined)[];
  /** The ones the sentence above is about. */
  readonly strong?: boolean | undefined;
}

export interface CohortLinesProps {
  readonly title: string;
  readonly description: string;
  readonly lines: readonly CohortLine[];
  /** "maanden na instroom". */
  readonly axisWord: string;
  /** Last period on the axis. */
  readonly periods: number;
  /** A moment that matters, as a dashed line: the term of the first conversation. */
  readonly moment?: { readonly at: number; readonly word: string } | undefined;
  readonly format: (share: number) => string;
  /** Heads of the table twin: the cohort, then the periods. */
  readonly cohortWord: string;
}

const HEIGHT = 336;
const TOP = 28;
const BOTTOM = 292;

/** Cohorts as lines to 100 %, each labelled at its end. */
export function CohortLines(props: CohortLinesProps) {
  const { ref, width } = useWidth(820);
  const { lines, moment, periods } = props;
  const drawn = Math.min(width, 820);
  const right = drawn - Math.max(16, ...lines.map((line) => wordWidth(line.word) + 12));
  const x = linearScale([0, periods], [44, right]);
  const y = linearScale([0, 1], [BOTTOM, TOP]);
  const step = right < 320 ? Math.ceil(periods / 4) : Math.ceil(periods / 12) * (periods > 6 ? 3 : 1);
  const ends = lines.map((line) => endOf(line));
  const atEdge = lines.filter((_, index) => ends[index]?.period === periods);
  const spread = spreadLabels(
    atEdge.map((line) => y(endOf(line)?.share ?? 0) + 5),
    { gap: 17, top: TOP + 5, bottom: BOTTOM },
  );

  const above = raiseLabels(
    lines.flatMap((line, index) => {
      const end = ends[index];
      return end === undefined || end.period === periods
        ? []
        : [
            {
              id: line.id,
              word: line.word,
              x: Math.max(44 + wordWidth(line.word) / 2, x(end.period)),
              y: y(end.share) - 9,
            },
          ];
    }),
  );

  return (
    <div ref={ref}>
      <Drawing title={props.title} description={props.description} width={drawn} height={HEIGHT}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line
              className={share === 0 ? 'ui-base' : share === 1 ? 'ui-dashed' : 'ui-axis'}
              x1="44"
              x2={right}
              y1={y(share)}
              y2={y(share)}
            />
            <text x="36" y={y(share) + 5} textAnchor="end">
              {props.format(share)}
            </text>
          </g>
        ))}
        {Array.from({ length: Math.floor(periods / step) + 1 }, (_, index) => index * step).map((period) => (
          <text key={period} x={x(period)} y={BOTTOM + 22} textAnchor="middle">
            {period}
          </text>
        ))}
        <text x="44" y={BOTTOM + 41}>
          {props.axisWord}
        </text>
        {moment ? (
          <>
            <line className="ui-dashed" x1={x(moment.at)} x2={x(moment.at)} y1={TOP} y2={BOTTOM} />
            <text x={x(moment.at) + 6} y={BOTTOM - 8}>
              {moment.word}
            </text>
          </>
        ) : null}
        {lines.map((line, index) => {
          const end = ends[index];
          if (end === undefined) return null;
          const edge = atEdge.indexOf(line);
          const placed = line.shares.map((share, period) => ({
            x: x(period),
            y: share === undefined ? undefined : y(share),
          }));
          return (
            <g key={line.id} data-colour={line.strong ? 'petrol' : 'slate'}>
              {pieces(placed).map((piece) => (
                <polyline key={piece} className="ui-line" points={piece} />
              ))}
              <circle className="ui-dot" cx={x(end.period)} cy={y(end.share)} r="3.5" />
              <text
                className={line.strong ? 'ui-chart-coloured' : undefined}
                x={edge >= 0 ? x(end.period) + 8 : above.get(line.id)?.x}
                y={edge >= 0 ? spread[edge] : above.get(line.id)?.y}
                textAnchor={edge >= 0 ? 'start' : 'middle'}
              >
                {line.word}
              </text>
            </g>
          );
        })}
      </Drawing>
      <Twin
        twin={{
          caption: props.title,
          heads: [
            props.cohortWord,
            ...Array.from({ length: Math.floor(periods / 3) + 1 }, (_, index) => String(index * 3)),
          ],
          numeric: Array.from({ length: Math.floor(periods / 3) + 1 }, (_, index) => index + 1),
          rows: lines.map((line) => [
            line.word,
            ...Array.from({ length: Math.floor(periods / 3) + 1 }, (_, index) => {
              const share = line.shares[index * 3];
              return share === undefined ? '' : props.format(share);
            }),
          ]),
        }}
      />
    </div>
  );
}

function endOf(line: CohortLine): { readonly period: number; readonly share: number } | undefined {
  const period = line.shares.findLastIndex((share) => share !== undefined);
  const share = line.shares[period];
  return share === undefined ? undefined : { period, share };
}

import { useWords } from '../use-words.tsx';
import { Drawing, type TableTwin } from './chart.tsx';
import { linearScale, pieces } from './scale.ts';

export interface TrendPoint {
  /** In words: "september 2018", the last one often a date. */
  readonly label: string;
  /** `undefined` is not known at that date. */
  readonly value: number | undefined;
}

export interface Trend {
  /** Oldest first; 13 months. */
  readonly points: readonly TrendPoint[];
  readonly format: (value: number) => string;
  readonly target?: number | undefined;
  /** What the dashed line is: "norm". */
  readonly targetWord?: string | undefined;
}

const WIDTH = 128;
const HEIGHT = 34;

/** A trend as a small line beside its figure; the sentence it says is its description, its numbers are in the twin. */
export function Sparkline(props: { readonly name: string; readonly trend: Trend }) {
  const { say } = useWords();
  const sentence = useTrendSentence(props.trend);
  const { points, target } = props.trend;
  const known = points.flatMap((point) => (point.value === undefined ? [] : [point.value]));
  if (known.length === 0) return null;
  const low = Math.min(...known, target ?? Number.POSITIVE_INFINITY);
  const high = Math.max(...known, target ?? Number.NEGATIVE_INFINITY);
  const y = linearScale([low, high], [HEIGHT - 5, 5]);
  const x = linearScale([0, Math.max(1, points.length - 1)], [2, WIDTH - 6]);
  const placed = points.map((point, index) => ({
    x: x(index),
    y: point.value === undefined ? undefined : y(point.value),
  }));
  const last = placed.at(-1);
  return (
    <Drawing
      title={say('ui.trendTitle', { name: props.name, count: points.length })}
      description={sentence}
      width={WIDTH}
      height={HEIGHT}
    >
      <g data-colour="petrol">
        {target === undefined ? null : <line className="ui-dashed" x1="0" x2={WIDTH} y1={y(target)} y2={y(target)} />}
        {pieces(placed).map((piece) => (
          <polyline key={piece} className="ui-line" points={piece} />
        ))}
        {last?.y === undefined ? null : <circle className="ui-dot" cx={last.x} cy={last.y} r="3.5" />}
      </g>
    </Drawing>
  );
}

function useTrendSentence(trend: Trend): string {
  const { say } = useWords();
  const known = trend.points.filter((point) => point.value !== undefined);
  const first = known[0];
  const last = known.at(-1);
  if (first?.value === undefined || last?.value === undefined) return '';
  const course = say('ui.trendFrom', {
    first: trend.format(first.value),
    from: first.label,
    last: trend.format(last.value),
    to: last.label,
  });
  if (trend.target === undefined) return course;
  const target = say('ui.trendTarget', {
    word: trend.targetWord ?? say('ui.norm'),
    target: trend.format(trend.target),
  });
  return `${course} ${target}`;
}

/** The numbers of a trend, for under the figure. */
export function useTrendTwin(name: string, trend: Trend): TableTwin {
  const { say } = useWords();
  return {
    caption: say('ui.trendTitle', { name, count: trend.points.length }),
    heads: [say('ui.endOf'), name],
    numeric: [1],
    rows: trend.points.map((point) => [
      point.label,
      point.value === undefined ? say('ui.trendMissing') : trend.format(point.value),
    ]),
  };
}

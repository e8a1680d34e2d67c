import { dayNumberOf } from '../../time/calendar-date.ts';
import { formatDate, formatShortMonth } from '../format.ts';
import { useWords } from '../use-words.tsx';
import { Drawing, Twin } from './chart.tsx';
import { placeLabels, wordWidth } from './labels.ts';
import { monthTicks } from './month-ticks.ts';
import { linearScale } from './scale.ts';
import type { TimelineBar, TimelineProps } from './timeline-data.ts';
import { TimelineGlyph, TimelineKeyMark } from './timeline-marks.tsx';
import { spanOf } from './timeline-span.ts';
import { useWidth } from './use-width.ts';

const NARROW = 640;
const HEAD = 22;

/** One client through time: a lane of bars per kind, contacts as marks, what is due ahead as hollow marks, today as a line. */
export function Timeline(props: TimelineProps) {
  const { say, locale } = useWords();
  const { ref, width } = useWidth(1032);
  const narrow = width < NARROW;
  const left = narrow ? 0 : 128;
  const pitch = narrow ? 44 : 36;
  const span = spanOf(props, narrow);
  const scale = linearScale([dayNumberOf(span.from), dayNumberOf(span.to)], [left, width]);
  const x = (date: string) => scale(dayNumberOf(date));
  const marksTop = HEAD + props.lanes.length * pitch;
  const marksLine = marksTop + (narrow ? 48 : 36);
  const dueTop = marksLine + 42;
  const dueLine = dueTop + (narrow ? 30 : 20);
  const height = dueLine + 56;
  const todayX = x(props.today);
  const ticks = monthTicks(span.from, span.to, Math.max(2, Math.floor((width - left) / 110)));

  return (
    <figure>
      <div ref={ref}>
        <Drawing title={props.title} description={props.description} width={width} height={height}>
          {ticks.map((tick) => (
            <g key={tick.date}>
              <line className="ui-axis" x1={scale(tick.day)} x2={scale(tick.day)} y1={HEAD} y2={height} />
              {Math.abs(scale(tick.day) - todayX) < 66 ||
              scale(tick.day) > width - 24 ||
              scale(tick.day) < left + 24 ? null : (
                <text x={scale(tick.day)} y="14" textAnchor="middle">
                  {formatShortMonth(tick.date, locale)}
                </text>
              )}
            </g>
          ))}
          <line className="ui-base" x1={todayX} x2={todayX} y1="18" y2={height} />
          <text className="ui-chart-strong" x={todayX} y="14" textAnchor={todayX > width - 40 ? 'end' : 'middle'}>
            {say('ui.today')}
          </text>
          {props.lanes.map((lane, index) => {
            const top = HEAD + index * pitch;
            return (
              <g key={lane.id}>
                <text className="ui-chart-strong" x="0" y={narrow ? top + 15 : top + 26}>
                  {lane.word}
                </text>
                {lane.bars.map((bar) => (
                  <Bar key={bar.id} bar={bar} x={x} left={left} right={width} y={narrow ? top + 22 : top + 11} />
                ))}
              </g>
            );
          })}
          <text className="ui-chart-strong" x="0" y={marksTop + (narrow ? 15 : 26)}>
            {props.marks.word}
          </text>
          <line className="ui-axis" x1={left} x2={width} y1={marksLine} y2={marksLine} />
          <Marks {...props} x={x} left={left} right={width} line={marksLine} />
          <text className="ui-chart-strong" x="0" y={narrow ? dueTop + 8 : dueLine + 5}>
            {props.due.word}
          </text>
          <line className="ui-axis" x1={left} x2={width} y1={dueLine} y2={dueLine} />
          <Dues {...props} x={x} left={left} right={width} line={dueLine} />
        </Drawing>
      </div>
      <figcaption>
        <ul className="ui-marks-key">
          {props.keys.map((key) => (
            <li key={key.look}>
              <TimelineKeyMark look={key.look} />
              {key.word}
            </li>
          ))}
        </ul>
      </figcaption>
      <Twin
        twin={{
          caption: props.title,
          heads: [say('ui.date'), say('ui.line'), say('ui.what')],
          rows: props.rows.map((row) => [formatDate(row.on, locale), row.lane, row.what]),
        }}
      />
    </figure>
  );
}

interface Place {
  readonly x: (date: string) => number;
  readonly left: number;
  readonly right: number;
}

const BAR_CLASS = { filled: 'ui-tinted', quiet: 'ui-tinted', outlined: 'ui-outlined' } as const;

function Bar(props: Place & { readonly bar: TimelineBar; readonly y: number }) {
  const { bar, y, left, right } = props;
  const start = Math.max(left + 0.75, props.x(bar.from));
  const end = Math.min(right - 0.75, bar.to ? props.x(bar.to) - 2 : right);
  if (end <= left || start >= right) return null;
  const wide = Math.max(2, end - start);
  const room = wordWidth(bar.word) + 12;
  const fits = room <= wide;
  const beside = !fits && end + room < right;
  return (
    <g data-colour={bar.look === 'quiet' ? 'slate' : 'petrol'}>
      <rect className={BAR_CLASS[bar.look]} x={start} y={y} width={wide} height="18.5">
        <title>{bar.word}</title>
      </rect>
      {fits || beside ? (
        <text className="ui-chart-ink" x={fits ? start + 6 : end + 6} y={y + 14}>
          {bar.word}
        </text>
      ) : null}
    </g>
  );
}

function Marks(props: TimelineProps & Place & { readonly line: number }) {
  const { x, left, right, line } = props;
  const shown = props.marks.items.filter((mark) => x(mark.on) >= left);
  const standing = shown.filter((mark) => mark.look !== 'struck');
  const worded = standing.filter((mark) => mark.word !== undefined);
  const labels = placeLabels(
    worded.map((mark) => ({ x: x(mark.on), word: mark.word ?? '' })),
    { left, right, rows: 1 },
  );
  return (
    <>
      {shown
        .filter((mark) => mark.look === 'struck')
        .map((mark) => {
          const heir = props.marks.items.find((other) => other.id === mark.joinedTo);
          const at = x(mark.on);
          const word = mark.word ?? '';
          const toLeft = at + 14 + wordWidth(word) > right;
          return (
            <g key={mark.id}>
              {heir ? (
                <line className="ui-joint" x1={at} y1={line - 15} x2={Math.max(left, x(heir.on))} y2={line - 6} />
              ) : null}
              <TimelineGlyph look="struck" x={at} y={line - 22} />
              <text x={toLeft ? at - 13 : at + 13} y={line - 18} textAnchor={toLeft ? 'end' : 'start'}>
                {word}
              </text>
            </g>
          );
        })}
      {standing.map((mark) => (
        <TimelineGlyph key={mark.id} look={mark.look} x={x(mark.on)} y={line} />
      ))}
      {worded.map((mark, index) => {
        const label = labels[index];
        return label?.row === undefined ? null : (
          <text key={mark.id} className="ui-chart-strong" x={label.x} y={line + 24} textAnchor={label.anchor}>
            {mark.word}
          </text>
        );
      })}
    </>
  );
}

function Dues(props: TimelineProps & Place & { readonly line: number }) {
  const { x, left, right, line } = props;
  const shown = props.due.items.filter((due) => x(due.on) >= left);
  const labels = placeLabels(
    shown.map((due) => ({ x: x(due.on), word: due.word })),
    { left, right, rows: 2 },
  );
  return shown.map((due, index) => {
    const label = labels[index];
    return (
      <g key={due.id} data-colour={due.look === 'passed' ? 'brick' : 'petrol'}>
        <TimelineGlyph look={due.look} x={x(due.on)} y={line} />
        {label?.row === undefined ? null : (
          <text className="ui-chart-coloured" x={label.x} y={line + 24 + label.row * 17} textAnchor={label.anchor}>
            {due.word}
          </text>
        )}
      </g>
    );
  });
}

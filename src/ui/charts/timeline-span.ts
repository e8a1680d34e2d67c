import { dateOfDayNumber, dayNumberOf } from '../../time/calendar-date.ts';
import type { TimelineProps } from './timeline-data.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

const NARROW_DAYS_BACK = 400;
const MARGIN = 0.04;

/** From the first date of anything to the last, some room around it; on a narrow screen the last 400 days and what is ahead. */
export function spanOf(props: Pick<TimelineProps, 'today' | 'lanes' | 'marks' | 'due'>, narrow: boolean): Span {
  const today = dayNumberOf(props.today);
  const days = [
    today,
    ...props.lanes
      .flatMap((lane) => lane.bars.flatMap((bar) => [bar.from, ...(bar.to ? [bar.to] : [])]))
      .map(dayNumberOf),
    ...props.marks.items.map((mark) => dayNumberOf(mark.on)),
    ...props.due.items.map((due) => dayNumberOf(due.on)),
  ];
  const first = narrow ? Math.max(Math.min(...days), today - NARROW_DAYS_BACK) : Math.min(...days);
  // an end years ahead (an open right) must not squeeze the past: a year past the last mark is enough
  const lastMark = Math.max(
    today,
    ...props.marks.items.map((mark) => dayNumberOf(mark.on)),
    ...props.due.items.map((due) => dayNumberOf(due.on)),
  );
  const last = Math.min(Math.max(...days, lastMark), lastMark + (narrow ? 60 : 365));
  const room = Math.max(30, Math.round((last - first) * MARGIN));
  return {
    from: dateOfDayNumber(first - (narrow && first > Math.min(...days) ? 0 : room)),
    to: dateOfDayNumber(last + room),
  };
}

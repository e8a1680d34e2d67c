import {
  buildHierarchy,
  type Effect,
  type Hierarchy,
  type HierarchyOptions,
  holidaysBetween,
  isRefused,
  leapWeeks,
  type Method,
  ordinarySteps,
  readMask,
  type SeriesRefused,
  withoutLeapWeeks,
} from '../../../series/index.ts';
import type { SeriesFile } from './assemble-series.ts';
import type { Note } from './note.ts';

/** What is asked of a file. */
export type SeriesRequest = {
  readonly frequency: number;
  readonly horizon: number;
  /** Column that tells series apart where there is no hierarchy. */
  readonly id?: string | undefined;
  readonly method: Method;
  readonly mask?: string | undefined;
  readonly holidays?: 'nl' | undefined;
  /** Columns of the hierarchy; empty = every series by itself. */
  readonly hierarchy: readonly string[];
  readonly root: string;
  readonly crossed: boolean;
  readonly reconciliation?: HierarchyOptions['reconciliation'];
};

/** A file with what is asked of it, read once: the mask on its axis, the hierarchy of its series, what to say of either. */
export type Setting = {
  readonly file: SeriesFile;
  readonly request: SeriesRequest;
  readonly masked: readonly boolean[] | undefined;
  readonly hierarchy: Hierarchy | undefined;
  readonly notes: readonly Note[];
};

/** Refused: the codes of `readMask` and `buildHierarchy`. */
export function settingOf(file: SeriesFile, request: SeriesRequest): Setting | SeriesRefused {
  const mask = request.mask === undefined ? undefined : readMask(request.mask, file.axis);
  if (mask !== undefined && isRefused(mask)) return mask;
  const { root, crossed } = request;
  const hierarchy =
    request.hierarchy.length === 0
      ? undefined
      : buildHierarchy(
          file.series.map(({ keys }) => keys),
          { root, columns: request.hierarchy, crossed },
        );
  if (hierarchy !== undefined && isRefused(hierarchy)) return hierarchy;
  const notes: Note[] = [];
  if (mask !== undefined && mask.outside.length > 0) notes.push({ code: 'mask_outside', about: mask.outside });
  if (request.holidays !== undefined && file.axis.dayAt(0) === undefined)
    notes.push({ code: 'holidays_unknown', about: [] });
  if (hierarchy !== undefined && request.id !== undefined) notes.push({ code: 'id_idle', about: [] });
  if (isUnusual(file, request.frequency)) notes.push({ code: 'unusual_frequency', about: [] });
  return { file, request, masked: mask?.masked, hierarchy, notes };
}

/** Periods with a name of their own have one usual season; days and sequence numbers may have any. */
const usualFrequency: { readonly [unit in SeriesFile['axis']['unit']]?: number } = {
  month: 12,
  quarter: 4,
  week: 52,
  year: 1,
};

function isUnusual({ axis }: SeriesFile, frequency: number): boolean {
  const usual = usualFrequency[axis.unit];
  return usual !== undefined && usual !== frequency && !(axis.unit === 'week' && frequency === 53);
}

/**
 * The span of one forecast on the axis: which of its positions are leap weeks, and the options without them. `folds` =
 * week 53 is taken out, so that week 10 stays week 10; without it a season is 52 weeks, whatever their numbers.
 */
export function spanOf({ file, request }: Setting, where: { start: number; length: number; folds: boolean }) {
  const { start, length } = where;
  const leap = where.folds && request.frequency === 52 ? leapWeeks(file.axis, start, length + request.horizon) : [];
  const past = leap.slice(0, length);
  const ahead = leap.slice(length);
  const horizon = ahead.includes(true) ? ordinarySteps(ahead) : request.horizon;
  const effects: Effect[] = [];
  if (request.holidays === 'nl' && file.axis.dayAt(start) !== undefined) {
    const counts = Array.from({ length: length + horizon + 1 }, (_, k) => {
      const { from, to } = daysOf(file, start + k);
      return holidaysBetween(from, to);
    });
    effects.push({ values: Float64Array.from(withoutLeapWeeks(counts, leap)), against: 'remainder' });
  }
  const periods = Array.from({ length: request.horizon }, (_, h) => file.axis.label(start + length + h));
  const kept = withoutLeapWeeks(
    Array.from({ length }, (_, t) => t),
    past,
  );
  /** The period of a position in the values without their leap weeks. */
  const labelOf = (position: number): string => file.axis.label(start + kept[position]!);
  return { past, ahead, periods, labelOf, options: { horizon, method: request.method, effects } };
}

/** Days [from, to) of a position: an ISO week from its Monday, a dated week up to and including its date. */
function daysOf({ axis }: SeriesFile, position: number): { from: number; to: number } {
  const day = axis.dayAt(position)!;
  if (axis.unit === 'week') {
    const dated = /^\d{4}-\d\d-\d\d$/.test(axis.label(position));
    return dated ? { from: day - 6, to: day + 1 } : { from: day - 3, to: day + 4 };
  }
  return { from: day, to: axis.dayAt(position + 1)! };
}

/** The span of one forecast, as `spanOf` gives it. */
export type Span = ReturnType<typeof spanOf>;

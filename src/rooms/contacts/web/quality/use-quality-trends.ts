import { useRead } from '../../../../platform/web/query.ts';
import type { Trend } from '../../../../ui/charts/sparkline.tsx';
import { formatDate, formatMonth, formatNumber, formatPercent } from '../../../../ui/format.ts';
import { isShown, type ShownNumber, useShownNumbers } from '../../../../ui/shown-number.ts';
import { showProfileTrend, showQualityTrend } from '../../index.ts';
import { shareText } from './quality-text.ts';
import { type Group, profileSchemesOf, type Quality, type QualityUnit, schemesOf } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

/** A share or a count at one date, as known then. */
interface Point {
  readonly at: string;
  readonly part: ShownNumber;
  /** Null: `part` is a plain count. */
  readonly whole: ShownNumber | null;
}

export interface FigureTrend {
  /** Undefined where fewer than two points can be drawn. */
  readonly trend: Trend | undefined;
  /** The first point: a year ago. */
  readonly before: { readonly at: string; readonly text: string; readonly share: number | undefined } | undefined;
  readonly isPending: boolean;
}

export interface QualityTrends {
  readonly toRegister: FigureTrend;
  readonly timely: FigureTrend;
  readonly profiles: FigureTrend;
}

/** A share of fewer than 100 is written as its counts, and has no place on a line. */
const fewest = 100;

/** The 13 months of the three figures, fetched one after the other so that the page itself comes first. */
export function useQualityTrends(
  of: { readonly data: Quality; readonly unit: QualityUnit; readonly group: Group } | null,
): QualityTrends {
  const words = useQualityWords();
  const { locale } = words;
  const { number } = useShownNumbers();
  // each point is as known at its own date, so a page as known at another day has none
  const isAsked = of !== null && of.data.known === of.data.at;
  const place = (schemes: string | undefined) =>
    of === null
      ? null
      : {
          level: of.unit.level,
          ...(of.unit.id === '' ? {} : { unitId: of.unit.id }),
          ...(schemes === undefined ? {} : { schemes }),
          at: of.data.at,
        };
  const contacts = useRead(showQualityTrend, isAsked ? place(schemesOf(of.group)) : null);
  const profiles = useRead(showProfileTrend, isAsked && contacts.isFetched ? place(profileSchemesOf(of.group)) : null);
  const figure = (points: readonly Point[] | undefined, isPending: boolean): FigureTrend => {
    if (points === undefined) return { trend: undefined, before: undefined, isPending };
    const valueOf = ({ part, whole }: Point) => {
      if (!isShown(part)) return undefined;
      if (whole === null) return part;
      return !isShown(whole) || whole < fewest ? undefined : part / whole;
    };
    const drawn = points.map((point, index) => ({
      label: index === points.length - 1 ? formatDate(point.at, locale) : formatMonth(point.at, locale),
      value: valueOf(point),
    }));
    const [first] = points;
    const isShare = points.some((point) => point.whole !== null);
    const known = drawn.filter((point) => point.value !== undefined);
    return {
      trend:
        drawn.at(-1)?.value === undefined || known.length < 2
          ? undefined
          : {
              points: drawn,
              format: (value) =>
                isShare ? formatPercent(value, locale, { decimals: 1 }) : formatNumber(value, locale),
            },
      before:
        first === undefined || first.whole === 0
          ? undefined
          : {
              at: first.at,
              text:
                first.whole === null ? number(first.part) : shareText({ part: first.part, whole: first.whole }, words),
              share: valueOf(first),
            },
      isPending: false,
    };
  };
  const ofContacts = contacts.data?.points;
  const ofProfiles = profiles.data?.points;
  const waits = isAsked && ofContacts === undefined && !contacts.isError;
  return {
    toRegister: figure(
      ofContacts?.map((point) => ({ at: point.at, part: point.toRegister, whole: null })),
      waits,
    ),
    timely: figure(
      ofContacts?.map((point) => ({ at: point.at, part: point.timely, whole: point.held })),
      waits,
    ),
    profiles: figure(
      ofProfiles?.map((point) => ({ at: point.at, part: point.valid, whole: point.enrolled })),
      isAsked && ofProfiles === undefined && !profiles.isError && !contacts.isError,
    ),
  };
}

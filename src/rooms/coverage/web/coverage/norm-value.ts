import type { Locale } from '../../../../platform/web/words.tsx';
import { formatNumber, formatOutOf, formatPercent, formatShare } from '../../../../ui/format.ts';
import type { Sign } from '../../../../ui/marks/look.ts';
import { isShown, type ShownNumber } from '../../../../ui/shown-number.ts';
import type { NormShown, ShownFigures } from '../../index.ts';
import type { CoverageWords } from './words.ts';

type FigureOf = ShownFigures['norms'][string];
type Counts = 'conversation' | 'contact' | 'invited';

/** What the norm counts, from its public definition. */
export function countsOf(norm: NormShown): Counts {
  const { counts } = norm.definition as { readonly counts: Counts };
  return counts;
}

/** The measure of a norm that may have a verdict, and its trend. */
export function measureOf(norm: Pick<NormShown, 'kind'>): 'share_12m' | 'mean_12m' | 'share_in_time' {
  switch (norm.kind) {
    case 'year':
      return 'share_12m';
    case 'mean':
      return 'mean_12m';
    case 'once':
      return 'share_in_time';
  }
}

/** Contacts per client-year; null where no benefit was open. */
export function computeMean(contacts: number, days: number, window: number): number | null;
export function computeMean(contacts: ShownNumber, days: ShownNumber, window: number): ShownNumber | null;
export function computeMean(contacts: ShownNumber, days: ShownNumber, window: number): ShownNumber | null {
  if (!isShown(contacts) || !isShown(days)) return 'too_small';
  return days === 0 ? null : contacts / (days / window);
}

export interface Value {
  /** As written: a percentage without its sign, "27 van 33", "1,82"; empty where it is too small to show. */
  readonly text: string;
  readonly unit: '%' | undefined;
  /** What is held against the target; null where there is nothing to count. */
  readonly raw: ShownNumber | null;
}

const withheld: Value = { text: '', unit: undefined, raw: 'too_small' };

/** The figure beside the bar. A share of fewer than 100 is written as its two counts. */
export function valueOf(norm: NormShown, figure: FigureOf, locale: Locale): Value {
  if (norm.kind === 'mean') {
    const [contacts, days, window] = figure.mean_12m ?? [0, 0, 1];
    const raw = computeMean(contacts, days, window);
    if (raw === 'too_small') return withheld;
    return { text: raw === null ? '–' : formatNumber(raw, locale, { decimals: 2 }), unit: undefined, raw };
  }
  const [numerator, denominator] = pairOf(norm, figure);
  if (!isShown(numerator) || !isShown(denominator)) return withheld;
  const raw = denominator === 0 ? null : numerator / denominator;
  if (raw === null) return { text: '–', unit: undefined, raw };
  return denominator < 100
    ? { text: formatOutOf(numerator, denominator, locale), unit: undefined, raw }
    : { text: formatNumber(raw * 100, locale, { decimals: 1 }), unit: '%', raw };
}

/** Numerator and denominator of the share beside the bar. */
export function pairOf(norm: Pick<NormShown, 'kind'>, figure: FigureOf): readonly [ShownNumber, ShownNumber] {
  return (norm.kind === 'once' ? figure.share_in_time : figure.share_12m) ?? [0, 0];
}

/** Target of the norm on the scale of its measure. */
export function targetOf({ kind, targets }: Pick<NormShown, 'kind' | 'targets'>): number | undefined {
  return kind === 'mean' ? targets.meanYear : kind === 'once' ? targets.shareInTime : targets.shareYear;
}

/** The target in words: "90%", "1,8". */
export function targetWords(norm: Pick<NormShown, 'kind' | 'targets'>, locale: Locale): string | undefined {
  const target = targetOf(norm);
  if (target === undefined) return undefined;
  if (norm.kind === 'mean') return formatNumber(target, locale, { decimals: 1 });
  return formatPercent(target, locale, { decimals: Number.isInteger(Math.round(target * 1000) / 10) ? 0 : 1 });
}

export interface Judged {
  readonly norm: Pick<NormShown, 'kind' | 'targets'>;
  readonly raw: number | null;
  /** Reference date. */
  readonly at: string;
}

/** Held against the target: a 12-month figure has a verdict, a share of the calendar year only on its last day. */
export function verdictOf({ norm, raw, at }: Judged, { say, locale }: CoverageWords): Sign {
  const target = targetOf(norm);
  if (raw === null) return open(say('verdict.empty'));
  if (target === undefined) return open(say('verdict.noTarget'));
  if (norm.kind === 'once' && !at.endsWith('-12-31')) return open(say('verdict.running'));
  const met = raw >= target;
  const words = { target: targetWords(norm, locale) ?? '' };
  const word =
    norm.kind === 'mean'
      ? say(met ? 'verdict.aboveMean' : 'verdict.belowMean', words)
      : target === 1
        ? say(met ? 'verdict.everyone' : 'verdict.notEveryone')
        : say(met ? 'verdict.aboveShare' : 'verdict.belowShare', words);
  return met ? { word, shape: 'tick', colour: 'moss' } : { word, shape: 'triangle', colour: 'brick' };
}

function open(word: string): Sign {
  return { word, shape: 'circle-outlined', colour: 'slate' };
}

/** What is too small to show is held against nothing: the verdict would say more of it. */
export function isJudged(value: Value): value is Value & { readonly raw: number | null } {
  return value.raw !== 'too_small';
}

/** "75,8%, 1.127 van 1.486"; fewer than 100 are written as their counts only. */
export function shareWithCounts(numerator: number, denominator: number, locale: Locale): string {
  const share = formatShare(numerator, denominator, locale);
  return denominator < 100 ? share : `${share}, ${formatOutOf(numerator, denominator, locale)}`;
}

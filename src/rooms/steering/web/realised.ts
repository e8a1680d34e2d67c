import type { Locale } from '../../../platform/web/words.tsx';
import { formatMonth, formatNumber, formatPercent } from '../../../ui/format.ts';
import { isShown, type ShownNumber } from '../../../ui/shown-number.ts';
import { isOfAgreedYear } from '../agreement.ts';
import type { AgreementLine, Agreements } from './agreement.ts';
import type { useWords } from './words.ts';

type Realised = NonNullable<AgreementLine['year']>;

interface RealisedWords {
  readonly locale: Locale;
  /** What stands beside the figures of 3 and 5. */
  readonly data: Pick<Agreements, 'adviserHours' | 'formation'> | undefined;
  /** "te klein om te tonen" */
  readonly tooSmall: string;
}

/** A realised figure in words: its value, the unit beside it, and what stands under it. */
export function formatRealised(
  figure: Realised,
  { locale, data, tooSmall }: RealisedWords,
): { readonly value: string; readonly unit: 'hours' | 'fte' | 'none'; readonly beside: Record<string, string> } {
  const number = (value: ShownNumber | null, decimals = 0) =>
    value === null ? '–' : isShown(value) ? formatNumber(value, locale, { decimals }) : tooSmall;
  const pair = (decimals: readonly [number, number]) => ({
    numerator: number(figure.numerator, decimals[0]),
    denominator: number(figure.denominator, decimals[1]),
  });
  switch (figure.kind) {
    case 'share': {
      if (figure.value === 'too_small') return { value: tooSmall, unit: 'none', beside: pair([0, 0]) };
      const small = Number(figure.denominator ?? 0) < 100;
      // A share of fewer than 100 is written as its two counts.
      const value =
        figure.value === null
          ? '–'
          : small
            ? number(figure.numerator)
            : formatPercent(figure.value, locale, { decimals: 1 });
      return { value, unit: 'none', beside: pair([0, 0]) };
    }
    case 'mean':
      return { value: number(figure.value, 2), unit: 'none', beside: pair([0, 0]) };
    case 'hours':
      return { value: number(figure.value, 1), unit: 'hours', beside: pair([0, 0]) };
    case 'fte': {
      const sign = Number(figure.value ?? 0) > 0 ? '+' : '';
      const beside = {
        now: number(data?.formation.now ?? null, 1),
        januaryFirst: number(data?.formation.januaryFirst ?? null, 1),
      };
      return { value: `${sign}${number(figure.value, 1)}`, unit: 'fte', beside };
    }
    case 'hours_per_fte': {
      const adviserHours = data?.adviserHours;
      return {
        value: number(figure.value),
        unit: 'hours',
        beside: {
          january: number(adviserHours?.january ?? null),
          name: adviserHours === undefined ? '' : formatMonth(`${adviserHours.month}-01`, locale),
          month: number(adviserHours?.lastMonth ?? null),
        },
      };
    }
  }
}

/** The verdict in words that say which target it is held against. */
export function verdictWord(
  line: AgreementLine,
  figure: Realised,
  of: {
    readonly say: ReturnType<typeof useWords>['say'];
    readonly locale: Locale;
    /** The date of the figures. */
    readonly at: string;
  },
): string {
  const { say, locale } = of;
  if (!isOfAgreedYear(of.at)) return say('verdict.otherYear');
  const met = figure.verdict === 'met';
  if (line.id === '2') return say(met ? 'verdict.within' : 'verdict.outside');
  if (line.id === '3') return say('verdict.noTarget');
  if (line.id === '4') return say(met ? 'verdict.closed' : 'verdict.notClosed');
  if (line.id === '5') return say('verdict.noPace');
  if (figure.target === null) return say('verdict.noNorm');
  if (figure.verdict === 'open') return say('verdict.running');
  if (figure.kind === 'share' && figure.target === 1) return say(met ? 'verdict.everyone' : 'verdict.notEveryone');
  const target =
    figure.kind === 'share'
      ? formatPercent(figure.target, locale, { decimals: 0 })
      : formatNumber(figure.target, locale, { decimals: 1 });
  return say(met ? 'verdict.aboveShare' : 'verdict.belowShare', { target });
}

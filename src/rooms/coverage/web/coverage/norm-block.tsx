import { useEffect } from 'react';
import type { OutputOf } from '../../../../platform/contract.ts';
import { useRead } from '../../../../platform/web/query.ts';
import { BarBlock } from '../../../../ui/charts/bar-block.tsx';
import { ClosureBar } from '../../../../ui/charts/closure-bar.tsx';
import { Figure } from '../../../../ui/charts/figure.tsx';
import type { Trend } from '../../../../ui/charts/sparkline.tsx';
import { formatDate, formatMonth, formatNumber, formatPercent } from '../../../../ui/format.ts';
import type { Fact } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../../ui/shown-number.ts';
import { addShown } from '../../../organisation/index.ts';
import type { NormShown } from '../../index.ts';
import { findAgreement, showTrend } from '../../index.ts';
import { stateGroups } from '../signs.ts';
import type { Coverage } from './answer.ts';
import { benefitsHref } from './list-link.ts';
import {
  computeMean,
  countsOf,
  isJudged,
  measureOf,
  pairOf,
  shareWithCounts,
  targetOf,
  targetWords,
  valueOf,
  verdictOf,
} from './norm-value.ts';
import { segmentsOf } from './segments.ts';
import { useUnitName } from './unit-name.ts';
import { useCoverageWords } from './words.ts';

export interface NormBlockProps {
  readonly norm: NormShown;
  readonly data: Coverage;
  /** Dates of the address, for the links. */
  readonly dates: { readonly at: string | null; readonly known: string | null };
  /** Whether it is this norm's turn to fetch its trend: one after the other, so that the page itself comes first. */
  readonly fetchesTrend: boolean;
  readonly onTrend: () => void;
  /** Address of the page on norms, for who may read it. */
  readonly normHref: string | undefined;
}

/** One norm in one unit: sentence, bar with its key, the figure beside it. */
export function NormBlock(props: NormBlockProps) {
  const words = useCoverageWords();
  const { say, locale } = words;
  const { norm, data } = props;
  const unitName = useUnitName();
  const numbers = useShownNumbers();
  const trend = useTrend(props);
  const counted = useCounted(props);
  const figure = data.of.norms[norm.id];
  if (figure === undefined) return null;
  const href = (part: string) => benefitsHref({ figure: norm.id, part, unit: data.of, ...props.dates });
  const value = valueOf(norm, figure, locale);
  return (
    <BarBlock
      title={norm.title[locale]}
      note={noteOf(norm, say)}
      says={data.normSentences[norm.id]?.[locale] ?? ''}
      bar={
        <ClosureBar
          segments={segmentsOf(figure.states, { locale, hrefOf: href })}
          groups={stateGroups.map((id) => ({ id, word: say(`group.${id}`) }))}
          population={figure.population}
          unit={say('unit')}
          showZero={['overdue', 'not_enrolled']}
          empty={say('barEmpty', { unit: unitName(data.of), date: formatDate(data.at, locale) })}
        />
      }
      figure={
        <Figure
          name={say(`figure.${norm.kind}.${countsOf(norm)}`)}
          value={value.text}
          withheld={!isJudged(value)}
          unit={value.unit}
          href={
            norm.kind === 'mean' || value.raw === null ? undefined : href(norm.kind === 'once' ? 'in_time' : 'seen_12m')
          }
          verdict={isJudged(value) ? verdictOf({ norm, raw: value.raw, at: data.at }, words) : undefined}
          facts={factsOf(norm, { figure, href, words, numbers })}
          trend={trend}
          counted={counted}
        />
      }
    />
  );
}

/** After the title: its weight when that is less than a must, and the agreement it answers to. */
function noteOf({ weight, id }: NormShown, say: ReturnType<typeof useCoverageWords>['say']): string | undefined {
  const agreement = findAgreement(id);
  const words = [
    ...(weight === 'advised' ? [say('advice')] : []),
    ...(agreement === null ? [] : [say('agreementOf', { agreement })]),
  ];
  return words.length === 0 ? undefined : words.join(', ');
}

/** What stands beside the figure. */
function factsOf(
  norm: NormShown,
  of: {
    readonly figure: Coverage['of']['norms'][string];
    readonly href: (part: string) => string;
    readonly words: ReturnType<typeof useCoverageWords>;
    readonly numbers: ReturnType<typeof useShownNumbers>;
  },
): readonly Fact[] {
  const { figure, href } = of;
  const { say, locale } = of.words;
  const { number, outOf, tooSmall } = of.numbers;
  const list = (count: ShownNumber, part: string) =>
    count === 0 ? number(count) : <TextLink href={href(part)}>{number(count)}</TextLink>;
  const { due, due_planned, overdue, overdue_planned } = figure.states;
  switch (norm.kind) {
    case 'year': {
      const [seen, all] = figure.share_year ?? [0, 0];
      return [
        {
          term: say('thisYear'),
          detail: isShown(seen) && isShown(all) ? shareWithCounts(seen, all, locale) : tooSmall,
        },
        { term: say(`toDo.${countsOf(norm)}`), detail: list(figure.still_to_see ?? 0, 'not_seen_year') },
      ];
    }
    case 'mean': {
      const [contacts, days, window] = figure.mean_year ?? [0, 0, 1];
      const mean = computeMean(contacts, days, window);
      const year =
        isShown(contacts) && isShown(days)
          ? say(`thisYearMean.${countsOf(norm)}`, {
              mean: mean === null ? '–' : number(mean, { decimals: 2 }),
              counted: number(contacts),
              count: contacts,
              years: number(days / window),
              yearCount: Math.round(days / window),
            })
          : tooSmall;
      return [
        { term: say('thisYear'), detail: year },
        { term: say('pastRhythm'), detail: list(addShown([overdue, overdue_planned]), 'late') },
      ];
    }
    case 'once': {
      const [numerator, denominator] = pairOf(norm, figure);
      return [
        { term: say('inTime'), detail: outOf(numerator, denominator) },
        { term: say('soon'), detail: list(addShown([due, due_planned]), 'soon') },
      ];
    }
  }
}

/** How the figure is counted: definition in the norm's own sentences, numerator, denominator, version, dates. */
function useCounted({ norm, data, normHref }: NormBlockProps) {
  const { say, locale } = useCoverageWords();
  const { number, tooSmall } = useShownNumbers();
  const figure = data.of.norms[norm.id];
  const { population, counts, obligations } = norm.sentences;
  const target = targetWords(norm, locale);
  const [numerator, denominator] = figure === undefined ? [0, 0] : pairOf(norm, figure);
  const [contacts, days, window] = figure?.mean_12m ?? [0, 0, 1];
  const benefits = (count: ShownNumber) => (isShown(count) ? say('benefits', { count }) : tooSmall);
  return {
    definition: (
      <>
        {say(`define.${norm.kind}`)} {population[locale]} {counts[locale]} {obligations[locale]}{' '}
        {normHref ? <TextLink href={normHref}>{say('readNorm')}</TextLink> : null}
      </>
    ),
    numerator:
      norm.kind !== 'mean' ? benefits(numerator) : isShown(contacts) ? say('contacts', { count: contacts }) : tooSmall,
    denominator:
      norm.kind !== 'mean'
        ? benefits(denominator)
        : isShown(days)
          ? say('days', { count: number(days), window: number(window) })
          : tooSmall,
    norm: say('normVersion', {
      target: target === undefined ? '' : say('normTarget', { target }),
      version: norm.version,
    }),
    asOf: say('asOf', { date: formatDate(data.at, locale), known: formatDate(data.known, locale) }),
  };
}

function valueAt(point: OutputOf<typeof showTrend>['points'][number]): number | undefined {
  const { numerator, denominator, windowDays } = point;
  if (!isShown(numerator) || !isShown(denominator)) return undefined;
  if (windowDays === null) return denominator < 100 ? undefined : numerator / denominator;
  return computeMean(numerator, denominator, windowDays) ?? undefined;
}

/** The 13 months of the figure; months with fewer than 100 in the denominator of a share have no point. */
function useTrend({ norm, data, fetchesTrend, onTrend }: NormBlockProps): Trend | undefined {
  const { locale } = useCoverageWords();
  const { level, id } = data.of;
  const measure = measureOf(norm);
  const read = useRead(
    showTrend,
    fetchesTrend ? { at: data.at, norm: norm.id, measure, ...(level === 'district' ? { districtId: id } : {}) } : null,
  );
  const { isFetched } = read;
  useEffect(() => {
    if (isFetched) onTrend();
  }, [isFetched, onTrend]);
  const points = (read.data?.points ?? []).map((point, index, all) => ({
    label: index === all.length - 1 ? formatDate(point.at, locale) : formatMonth(point.at, locale),
    value: valueAt(point),
  }));
  if (points.at(-1)?.value === undefined || points.filter((point) => point.value !== undefined).length < 2) {
    return undefined;
  }
  const target = targetOf(norm);
  return {
    points,
    format: (value) =>
      norm.kind === 'mean'
        ? formatNumber(value, locale, { decimals: 2 })
        : formatPercent(value, locale, { decimals: 1 }),
    ...(target === undefined ? {} : { target }),
  };
}

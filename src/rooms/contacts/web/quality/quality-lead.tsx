import { formatMonth } from '../../../../ui/format.ts';
import { TextLink } from '../../../../ui/navigation.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import type { QualityList } from '../../index.ts';
import { groupText, shareText } from './quality-text.ts';
import {
  countOf,
  type Dates,
  figuresOf,
  type Group,
  type Quality,
  type QualityUnit,
  qualityHref,
  schemesOf,
} from './quality-unit.ts';
import type { FigureTrend } from './use-quality-trends.ts';
import { useQualityWords } from './words.ts';

interface Found {
  readonly data: Quality;
  readonly unit: QualityUnit;
  readonly group: Group;
}

/** The answer: what is not registered yet, and what was registered late. */
export function QualityLead(props: Found & { readonly dates: Dates }) {
  const words = useQualityWords();
  const { say, show } = words;
  const { number } = useShownNumbers();
  const { unit, group, dates } = props;
  const schemes = schemesOf(group);
  const of = figuresOf(unit, schemes);
  const link = (list: QualityList) => {
    const count = countOf(list, of);
    const text = number(count);
    return count === 0 ? (
      text
    ) : (
      <TextLink key={list} href={qualityHref(unit, { list, schemes, dates })}>
        {text}
      </TextLink>
    );
  };
  const isNation = unit.level === 'nation';
  const place = isNation ? '' : say(`in.${unit.level as 'office'}`, { name: unit.name });
  const { toRegister } = of;
  if (![toRegister, countOf('late', of), of.held].every(isShown)) {
    return <p>{say('leadTooSmall', { whose: groupText(group, words), place })}</p>;
  }
  return (
    <p>
      {show(toRegister === 0 ? 'leadNone' : 'lead', {
        whose: groupText(group, words),
        place,
        count: toRegister,
        toRegister: link('to-register'),
        late: link('late'),
        held: number(of.held),
        year: props.data.at.slice(0, 4),
      })}
    </p>
  );
}

/** Less than a percentage point is no direction: among a few thousand contacts as much comes by chance. */
function directionOf(change: number): 'better' | 'worse' | 'same' {
  if (Math.abs(change) < 0.01) return 'same';
  return change > 0 ? 'better' : 'worse';
}

/** Whether it goes the right way: the timely share against a year ago, and over the last 12 months. */
export function QualityReasons({ unit, group, timely }: Omit<Found, 'data'> & { readonly timely: FigureTrend }) {
  const words = useQualityWords();
  const { say, locale } = words;
  const of = figuresOf(unit, schemesOf(group));
  if (of.heldTwelveMonths === 0) return null;
  const twelveMonths = shareText({ part: of.timelyTwelveMonths, whole: of.heldTwelveMonths }, words);
  const { before } = timely;
  const { timely: timelyNow, held } = of;
  const isComparable = isShown(timelyNow) && isShown(held) && held >= 100;
  const change = before?.share === undefined || !isComparable ? null : timelyNow / held - before.share;
  return (
    <p>
      {before !== undefined && change !== null
        ? `${say(directionOf(change), {
            month: formatMonth(before.at, locale),
            before: before.text,
            now: shareText({ part: of.timely, whole: of.held }, words),
          })} `
        : null}
      {say('reasons', { last12: twelveMonths })}
    </p>
  );
}

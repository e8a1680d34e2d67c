import type { ReactNode } from 'react';
import { Figure, Figures } from '../../../../ui/charts/figure.tsx';
import { capitalised, formatDate, formatMonth } from '../../../../ui/format.ts';
import { type Fact, Section } from '../../../../ui/frame/section.tsx';
import { isShown, type ShownNumber, useShownNumbers } from '../../../../ui/shown-number.ts';
import { NumberLink, Withheld } from '../../../../ui/tables/cell.tsx';
import { asOfText, groupText, profileGroupText, shareParts, shareText } from './quality-text.ts';
import {
  countEnrolled,
  countOf,
  countProfiles,
  type Dates,
  figuresOf,
  type Group,
  profileSchemesOf,
  profilesOf,
  type Quality,
  type QualityUnit,
  qualityHref,
  schemesOf,
} from './quality-unit.ts';
import type { FigureTrend, QualityTrends } from './use-quality-trends.ts';
import { useQualityWords } from './words.ts';

/** To register, the timely share and the valid profiles of a unit, each with its trend and how it is counted. */
export function QualityFiguresBlock(props: {
  readonly data: Quality;
  readonly unit: QualityUnit;
  readonly group: Group;
  readonly dates: Dates;
  readonly trends: QualityTrends;
}) {
  const words = useQualityWords();
  const { say, locale } = words;
  const { data, unit, group, dates, trends } = props;
  const schemes = schemesOf(group);
  const of = figuresOf(unit, schemes);
  const profileSchemes = profileSchemesOf(group);
  const profiles = profilesOf(unit, profileSchemes);
  const enrolled = countEnrolled(profiles);
  const { number, outOf } = useShownNumbers();
  const linked = (count: ShownNumber, href: string): ReactNode =>
    count === 0 ? '0' : isShown(count) ? <NumberLink href={href}>{number(count)}</NumberLink> : <Withheld />;
  const list = (id: Parameters<typeof countOf>[0], among = of, named = schemes) =>
    linked(countOf(id, among), qualityHref(unit, { list: id, schemes: named, dates }));
  const counted = (what: 'contacts' | 'benefits') => (count: ShownNumber) =>
    isShown(count) ? say(what, { count, number: number(count) }) : number(count);
  const [contacts, benefits] = [counted('contacts'), counted('benefits')];
  const asOf = asOfText(data, words);
  const before = ({ before: point, isPending }: FigureTrend): readonly Fact[] =>
    point === undefined && !isPending
      ? []
      : [
          {
            term: say('yearAgo'),
            detail:
              point === undefined
                ? say('computing')
                : say('atEndOf', { value: point.text, month: formatMonth(point.at, locale) }),
          },
        ];
  const beside = group === 'all' ? undefined : group === 'ww' ? 'wia-wajong' : 'ww';
  const noNorm = { word: say('noNorm'), shape: 'circle-outlined', colour: 'slate' } as const;
  const whose = groupText(group, words);
  return (
    <Section title={say('threeFigures')} titleHidden>
      <Figures>
        <Figure
          name={`${say('toRegister')}, ${whose}`}
          value={number(of.toRegister)}
          withheld={!isShown(of.toRegister)}
          href={of.toRegister !== 0 ? qualityHref(unit, { list: 'to-register', schemes, dates }) : undefined}
          verdict={
            of.toRegister !== 0
              ? { word: say('toRegister.due'), shape: 'diamond', colour: 'amber' }
              : { word: say('toRegister.done'), shape: 'tick', colour: 'moss' }
          }
          trend={trends.toRegister.trend}
          facts={[
            { term: say('overMonth'), detail: list('to-register-month') },
            ...(beside === undefined
              ? []
              : [
                  {
                    term: groupText(beside, words),
                    detail: list('to-register', figuresOf(unit, schemesOf(beside)), schemesOf(beside)),
                  },
                ]),
            ...before(trends.toRegister),
          ]}
          counted={{
            definition: say('toRegister.definition'),
            numerator: contacts(of.toRegister),
            denominator: say('isCount'),
            norm: say('noNorm'),
            asOf,
          }}
        />
        <Figure
          name={`${say('timely')}, ${whose}`}
          {...(of.held === 0 ? { value: say('none') } : shareParts({ part: of.timely, whole: of.held }, words))}
          href={of.held !== 0 ? qualityHref(unit, { list: 'held', schemes, dates }) : undefined}
          verdict={noNorm}
          trend={trends.timely.trend}
          facts={[
            { term: say('within5'), detail: outOf(of.timely, of.held) },
            { term: say('tooLate'), detail: list('late') },
            {
              term: say('twelveMonths'),
              detail:
                of.heldTwelveMonths === 0
                  ? say('none')
                  : shareText({ part: of.timelyTwelveMonths, whole: of.heldTwelveMonths }, words),
            },
            ...before(trends.timely),
          ]}
          counted={{
            definition: say('timely.definition'),
            numerator: contacts(of.timely),
            denominator: contacts(of.held),
            norm: say('noNorm'),
            asOf,
            more: [
              {
                term: say('twelveMonths'),
                detail: `${outOf(of.timelyTwelveMonths, of.heldTwelveMonths)}, ${say('sinceDay', { day: formatDate(data.twelveMonthsStart, locale) })}`,
              },
            ],
          }}
        />
        <Figure
          name={`${say('validProfile')}, ${profileGroupText(group, words)}`}
          {...(enrolled === 0
            ? { value: say('noBenefits') }
            : shareParts({ part: profiles.valid, whole: enrolled }, words))}
          href={
            profiles.valid !== 0 ? qualityHref(unit, { profiles: 'valid', schemes: profileSchemes, dates }) : undefined
          }
          verdict={noNorm}
          trend={trends.profiles.trend}
          facts={[
            {
              term: capitalised(say('profile.valid')),
              detail: outOf(profiles.valid, enrolled),
            },
            {
              term: capitalised(say('profile.not-valid')),
              detail: linked(
                countProfiles('not-valid', profiles),
                qualityHref(unit, { profiles: 'not-valid', schemes: profileSchemes, dates }),
              ),
            },
            ...before(trends.profiles),
          ]}
          counted={{
            definition: say('validProfile.definition'),
            numerator: benefits(profiles.valid),
            denominator: benefits(enrolled),
            norm: say('noNorm'),
            asOf,
          }}
        />
      </Figures>
    </Section>
  );
}

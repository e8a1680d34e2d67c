import { Figure, Figures } from '../../../../ui/charts/figure.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { NumberLink } from '../../../../ui/tables/cell.tsx';
import { asOfText, medianText, shareParts, shareText } from './quality-text.ts';
import { type Dates, type Quality, type QualityUnit, qualityHref } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

/** To register, the timely share and the median lag of a unit, each with how it is counted. */
export function QualityFiguresBlock(props: {
  readonly data: Quality;
  readonly unit: QualityUnit;
  readonly dates: Dates;
}) {
  const words = useQualityWords();
  const { say, locale } = words;
  const { data, unit, dates } = props;
  const { all } = unit;
  const number = (value: number) => formatNumber(value, locale);
  const contacts = (count: number) => say('contacts', { count, number: number(count) });
  const asOf = asOfText(data, words);
  const toRegisterHref = qualityHref(unit, { list: 'to-register', dates });
  const late = all.held - all.timely;
  const none = all.held === 0;
  return (
    <Section title={say('threeFigures')} titleHidden>
      <Figures>
        <Figure
          name={say('toRegister')}
          value={number(all.toRegister)}
          href={all.toRegister > 0 ? toRegisterHref : undefined}
          verdict={
            all.toRegister > 0
              ? { word: say('toRegister.due'), shape: 'diamond', colour: 'amber' }
              : { word: say('toRegister.done'), shape: 'tick', colour: 'moss' }
          }
          facts={[{ term: say('overMonth'), detail: number(all.toRegisterOverMonth) }]}
          counted={{
            definition: say('toRegister.definition'),
            numerator: contacts(all.toRegister),
            asOf,
          }}
        />
        <Figure
          name={say('timely')}
          {...(none ? { value: say('none') } : shareParts({ part: all.timely, whole: all.held }, locale))}
          verdict={{ word: say('noNorm'), shape: 'circle-outlined', colour: 'slate' }}
          facts={[
            {
              term: say('twelveMonths'),
              detail:
                all.heldTwelveMonths === 0
                  ? say('none')
                  : shareText({ part: all.timelyTwelveMonths, whole: all.heldTwelveMonths }, locale),
            },
            {
              term: say('tooLate'),
              detail:
                late === 0 ? (
                  '0'
                ) : (
                  <NumberLink href={qualityHref(unit, { list: 'late', dates })}>{number(late)}</NumberLink>
                ),
            },
          ]}
          counted={{
            definition: say('timely.definition'),
            numerator: contacts(all.timely),
            denominator: contacts(all.held),
            asOf,
          }}
        />
        <Figure
          name={say('median')}
          value={medianText(all.medianLagDays, words) ?? say('none')}
          verdict={{ word: say('noNorm'), shape: 'circle-outlined', colour: 'slate' }}
          facts={[
            { term: say('onSameDay'), detail: number(all.lags.d0) },
            { term: say('overThirty'), detail: number(all.lags.more) },
          ]}
          counted={{ definition: say('median.definition'), denominator: contacts(all.held), asOf }}
        />
      </Figures>
    </Section>
  );
}

import { HowCounted } from '../../../../ui/actions/disclosure.tsx';
import { BarList } from '../../../../ui/charts/bar-list.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { lagBuckets } from '../../index.ts';
import { asOfText, groupText, unitText } from './quality-text.ts';
import { countOf, figuresOf, type Group, type Quality, type QualityUnit, schemesOf } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

const lateBuckets: readonly string[] = ['d10', 'd30', 'more'];

/** How many days later the reports of the year came; above the dashed line on time. */
export function LagBars(props: { readonly data: Quality; readonly unit: QualityUnit; readonly group: Group }) {
  const words = useQualityWords();
  const { say } = words;
  const of = figuresOf(props.unit, schemesOf(props.group));
  const whose = groupText(props.group, words);
  const { number } = useShownNumbers();
  if (of.held === 0) return null;
  return (
    <Section
      title={`${say('lags')}, ${whose}`}
      lead={
        [of.lags.d0, of.held, of.lags.more].every(isShown)
          ? say('lagsLead', {
              same: number(of.lags.d0),
              held: number(of.held),
              more: number(of.lags.more),
              count: of.lags.more,
            })
          : undefined
      }
    >
      <BarList
        title={say('lagsTitle', { name: `${whose}, ${unitText(props.unit, words)}` })}
        description={say('lagsText')}
        format={number}
        divideAfter="d5"
        bars={lagBuckets.map((bucket) => ({
          id: bucket,
          word: say(`lag.${bucket}`),
          value: of.lags[bucket],
          colour: lateBuckets.includes(bucket) ? ('amber' as const) : ('petrol' as const),
        }))}
        meanings={[
          { colour: 'petrol', word: say('timelyKey', { count: number(of.timely) }) },
          { colour: 'amber', word: say('lateKey', { count: number(countOf('late', of)) }) },
        ]}
      />
      <HowCounted
        about={say('lags')}
        counted={{
          definition: say('lags.definition'),
          denominator: isShown(of.held)
            ? say('contacts', { count: of.held, number: number(of.held) })
            : number(of.held),
          asOf: asOfText(props.data, words),
        }}
      />
    </Section>
  );
}

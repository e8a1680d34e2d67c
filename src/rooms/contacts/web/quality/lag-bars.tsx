import { BarList } from '../../../../ui/charts/bar-list.tsx';
import { formatNumber } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { lagBuckets } from '../../index.ts';
import { unitText } from './quality-text.ts';
import type { QualityUnit } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

const lateBuckets: readonly string[] = ['d10', 'd30', 'more'];

/** How many days later the reports of the year came; above the dashed line on time. */
export function LagBars(props: { readonly unit: QualityUnit }) {
  const words = useQualityWords();
  const { say, locale } = words;
  const { all } = props.unit;
  const number = (value: number) => formatNumber(value, locale);
  if (all.held === 0) return null;
  return (
    <Section
      title={say('lags')}
      lead={say('lagsLead', {
        same: number(all.lags.d0),
        held: number(all.held),
        more: number(all.lags.more),
        count: all.lags.more,
      })}
    >
      <BarList
        title={say('lagsTitle', { name: unitText(props.unit, words) })}
        description={say('lagsText')}
        format={number}
        divideAfter="d5"
        bars={lagBuckets.map((bucket) => ({
          id: bucket,
          word: say(`lag.${bucket}`),
          value: all.lags[bucket],
          colour: lateBuckets.includes(bucket) ? ('amber' as const) : ('petrol' as const),
        }))}
        meanings={[
          { colour: 'petrol', word: say('timelyKey', { count: number(all.timely) }) },
          { colour: 'amber', word: say('lateKey', { count: number(all.held - all.timely) }) },
        ]}
      />
    </Section>
  );
}

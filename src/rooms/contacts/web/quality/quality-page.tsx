import { useState } from 'react';
import { useRead } from '../../../../platform/web/query.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { type QualityList, showQuality } from '../../index.ts';
import { LagBars } from './lag-bars.tsx';
import { QualityFiguresBlock } from './quality-figures.tsx';
import { PartsSection, SchemesSection } from './quality-tables.tsx';
import { shareText, unitText } from './quality-text.ts';
import { countOf, type Dates, findUnit, type Quality, type QualityUnit, qualityHref } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

/** How complete and how timely contacts are registered: what is not reported yet first, and the lists to repair from. */
export function QualityPage() {
  const words = useQualityWords();
  const { say, locale } = words;
  const me = useMe();
  const { get } = useUrlState();
  const dates: Dates = { at: get('at'), known: get('known') };
  const read = useRead(showQuality, {
    ...(dates.at === null ? {} : { at: dates.at }),
    ...(dates.known === null ? {} : { known: dates.known }),
  });
  const { data } = read;
  const unit = data && findUnit(data.units, { level: get('level'), unit: get('unit'), reach: me.reach });
  return (
    <>
      <PageHead
        title={say('title')}
        lead={data && unit && !read.isError ? <Lead data={data} unit={unit} dates={dates} /> : undefined}
        reasons={
          data && unit && unit.all.heldTwelveMonths > 0 && !read.isError ? (
            <p>
              {say('reasons', {
                year: data.at.slice(0, 4),
                year12: shareText({ part: unit.all.timely, whole: unit.all.held }, locale),
                last12: shareText({ part: unit.all.timelyTwelveMonths, whole: unit.all.heldTwelveMonths }, locale),
              })}
            </p>
          ) : undefined
        }
        controls={
          data && unit && data.units.length > 1 ? (
            <UnitField key={`${unit.level} ${unit.id}`} units={data.units} unit={unit} />
          ) : undefined
        }
      />
      {read.isError ? (
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title || say('failedText')}
        </ErrorState>
      ) : data === undefined ? (
        <LoadingBlock lines={8}>{say('loading')}</LoadingBlock>
      ) : unit === undefined || (unit.all.heldTwelveMonths === 0 && unit.all.toRegister === 0) ? (
        <EmptyState title={say('empty')}>
          {say('emptyText', {
            at: formatDate(data.at, locale),
            name: unit === undefined ? say('nation') : unitText(unit, words),
          })}
        </EmptyState>
      ) : (
        <div aria-busy={read.isPlaceholderData || undefined}>
          <QualityFiguresBlock data={data} unit={unit} dates={dates} />
          <SchemesSection data={data} unit={unit} dates={dates} />
          <LagBars unit={unit} />
          <PartsSection data={data} unit={unit} dates={dates} />
        </div>
      )}
    </>
  );
}

function Lead(props: { readonly data: Quality; readonly unit: QualityUnit; readonly dates: Dates }) {
  const { show, locale } = useQualityWords();
  const { unit, dates } = props;
  const link = (list: QualityList) => {
    const count = countOf(list, unit.all);
    const text = formatNumber(count, locale);
    return count === 0 ? (
      text
    ) : (
      <TextLink key={list} href={qualityHref(unit, { list, dates })}>
        {text}
      </TextLink>
    );
  };
  const { toRegister } = unit.all;
  return (
    <p>
      {show(toRegister === 0 ? 'leadNone' : toRegister === 1 ? 'leadOne' : 'lead', {
        toRegister: link('to-register'),
        late: link('late'),
        held: formatNumber(unit.all.held, locale),
        year: props.data.at.slice(0, 4),
      })}
    </p>
  );
}

function UnitField(props: { readonly units: readonly QualityUnit[]; readonly unit: QualityUnit }) {
  const words = useQualityWords();
  const { set } = useUrlState();
  const keyOf = (unit: QualityUnit) => `${unit.level} ${unit.id}`;
  const [chosen, setChosen] = useState(keyOf(props.unit));
  return (
    <FiltersBar
      label={words.say('filters')}
      onApply={() => {
        const unit = props.units.find((each) => keyOf(each) === chosen) ?? props.unit;
        set({ level: unit.level, unit: unit.id || null });
      }}
    >
      <SelectField
        label={words.say('area')}
        name="unit"
        value={chosen}
        onChange={setChosen}
        options={props.units.map((unit) => ({ value: keyOf(unit), word: unitText(unit, words) }))}
      />
    </FiltersBar>
  );
}

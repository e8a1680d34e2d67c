import { useState } from 'react';
import { useRead } from '../../../../platform/web/query.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { formatDate } from '../../../../ui/format.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { showQuality } from '../../index.ts';
import { LagBars } from './lag-bars.tsx';
import { ProfilesSection } from './profiles-section.tsx';
import { QualityFiguresBlock } from './quality-figures.tsx';
import { QualityLead, QualityReasons } from './quality-lead.tsx';
import { PartsSection, SchemesSection } from './quality-tables.tsx';
import { groupText, unitText } from './quality-text.ts';
import { type Dates, datesAsked, findUnit, type Group, groups, type QualityUnit, readGroup } from './quality-unit.ts';
import { useQualityTrends } from './use-quality-trends.ts';
import { useQualityWords } from './words.ts';

/** How complete and how timely contacts are registered: what is not reported yet first, and the lists to repair from. */
export function QualityPage() {
  const words = useQualityWords();
  const { say, locale } = words;
  const me = useMe();
  const { get, getDate } = useUrlState();
  const dates: Dates = { at: getDate('at'), known: getDate('known') };
  const read = useRead(showQuality, datesAsked(dates));
  const { data } = read;
  const unit = data && findUnit(data.units, { level: get('level'), unit: get('unit'), reach: me.reach });
  const group = data && readGroup(get('group'), data.focus);
  const found = data && unit && group && !read.isError ? { data, unit, group } : null;
  const trends = useQualityTrends(found);
  const isEmpty = found !== null && found.unit.all.heldTwelveMonths === 0 && found.unit.all.toRegister === 0;
  return (
    <>
      <PageHead
        title={say('title')}
        lead={found && !isEmpty ? <QualityLead {...found} dates={dates} /> : undefined}
        reasons={found && !isEmpty ? <QualityReasons {...found} timely={trends.timely} /> : undefined}
        controls={found ? <Choice key={`${found.unit.level} ${found.unit.id} ${group}`} {...found} /> : undefined}
      />
      {read.isError ? (
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title || say('failedText')}
        </ErrorState>
      ) : data === undefined ? (
        <LoadingBlock lines={8}>{say('loading')}</LoadingBlock>
      ) : found === null || isEmpty ? (
        <EmptyState title={say('empty')}>
          {say('emptyText', {
            at: formatDate(data.at, locale),
            name: unit === undefined ? say('nation') : unitText(unit, words),
          })}
        </EmptyState>
      ) : (
        <>
          <QualityFiguresBlock {...found} dates={dates} trends={trends} />
          <SchemesSection {...found} dates={dates} />
          <LagBars {...found} />
          <PartsSection {...found} dates={dates} />
          <ProfilesSection {...found} dates={dates} />
        </>
      )}
    </>
  );
}

/** Which area and whose contacts. */
function Choice(props: {
  readonly data: { readonly units: readonly QualityUnit[] };
  readonly unit: QualityUnit;
  readonly group: Group;
}) {
  const words = useQualityWords();
  const { set } = useUrlState();
  const { units } = props.data;
  const keyOf = (unit: QualityUnit) => `${unit.level} ${unit.id}`;
  const [chosen, setChosen] = useState(keyOf(props.unit));
  const [group, setGroup] = useState<string>(props.group);
  return (
    <FiltersBar
      label={words.say('filters')}
      onApply={() => {
        const unit = units.find((each) => keyOf(each) === chosen) ?? props.unit;
        set({ level: unit.level, unit: unit.id || null, group });
      }}
    >
      {units.length > 1 ? (
        <SelectField
          label={words.say('area')}
          name="unit"
          value={chosen}
          onChange={setChosen}
          options={units.map((unit) => ({ value: keyOf(unit), word: unitText(unit, words) }))}
        />
      ) : null}
      <SelectField
        label={words.say('schemeFilter')}
        name="group"
        value={group}
        onChange={setGroup}
        options={groups.map((each) => ({ value: each, word: groupText(each, words) }))}
      />
    </FiltersBar>
  );
}

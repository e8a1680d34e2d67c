import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../../../../platform/web/query.ts';
import { useUrlState } from '../../../../platform/web/url-state.ts';
import { ActionLink } from '../../../../ui/actions/action-link.tsx';
import { TabLinks } from '../../../../ui/actions/tab-links.tsx';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { FiltersBar } from '../../../../ui/lists/filters-bar.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../../ui/notices/states.tsx';
import { Pager } from '../../../../ui/tables/pager.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { listQuality, type QualityList, qualityLists, showQuality } from '../../index.ts';
import { QualityListTable } from './quality-list-table.tsx';
import { unitText } from './quality-text.ts';
import { countOf, type Dates, findUnit, type QualityUnit, qualityHref } from './quality-unit.ts';
import { useQualityWords } from './words.ts';

const pageSize = 50;

/** The contacts behind a figure of registration quality, to repair from. */
export function QualityListPage() {
  const { say } = useQualityWords();
  const { list } = useParams();
  const found = qualityLists.find((each) => each === list);
  if (found === undefined) {
    return (
      <>
        <PageHead title={say('title')} />
        <EmptyState
          title={say('unknownList')}
          actions={<ActionLink href="/registration">{say('toQuality')}</ActionLink>}
        />
      </>
    );
  }
  return <KnownList key={found} list={found} />;
}

function KnownList({ list }: { readonly list: QualityList }) {
  const words = useQualityWords();
  const { say, locale } = words;
  const schemes = useSchemeWords();
  const me = useMe();
  const { get, href } = useUrlState();
  const dates: Dates = { at: get('at'), known: get('known') };
  const asked = {
    ...(dates.at === null ? {} : { at: dates.at }),
    ...(dates.known === null ? {} : { known: dates.known }),
  };
  const scheme = get('scheme') ?? undefined;
  const trail = (get('after') ?? '').split('|').filter(Boolean);
  const figures = useRead(showQuality, asked);
  const unit =
    figures.data && findUnit(figures.data.units, { level: get('level'), unit: get('unit'), reach: me.reach });
  const after = trail.at(-1);
  const read = useRead(
    listQuality,
    unit === undefined
      ? null
      : {
          list,
          level: unit.level,
          ...(unit.id === '' ? {} : { unitId: unit.id }),
          ...(scheme === undefined ? {} : { scheme }),
          ...asked,
          ...(after === undefined ? {} : { after }),
          limit: pageSize,
        },
  );
  const number = (value: number) => formatNumber(value, locale);
  const problem = figures.error ?? read.error;
  const page = read.data;
  const name = unit === undefined ? '' : unitText(unit, words);
  const start = trail.length * pageSize;
  const retry = () => void Promise.all([figures.refetch(), read.refetch()]);
  return (
    <>
      <PageHead
        title={say(`list.${list}`)}
        crumb={<TextLink href={unit ? qualityHref(unit, { dates }) : '/registration'}>{say('back')}</TextLink>}
        lead={
          page && !problem ? (
            <p>
              {say('listLead', {
                count: page.count,
                number: number(page.count),
                name,
                scheme: scheme === undefined ? '' : `, ${schemes.label(scheme)}`,
              })}{' '}
              {page.closed > 0 ? say('closed', { count: page.closed, number: number(page.closed) }) : null}
            </p>
          ) : undefined
        }
        reasons={<p>{say(`why.${list}`)}</p>}
        controls={unit ? <SchemeField key={scheme ?? ''} unit={unit} scheme={scheme} /> : undefined}
      />
      {unit ? <Tabs list={list} unit={unit} scheme={scheme} dates={dates} /> : null}
      {problem ? (
        <ErrorState title={say('listFailed')} code={problem.code} onRetry={retry}>
          {problem.title || say('failedText')}
        </ErrorState>
      ) : page && page.contacts.length === 0 && trail.length === 0 ? (
        <EmptyState title={say('listEmpty')}>
          {page.count > 0 ? say('listClosedText') : say('listEmptyText', { name, at: formatDate(page.at, locale) })}
        </EmptyState>
      ) : (
        <QualityListTable
          list={list}
          caption={say('caption', { list: say(`list.${list}`), name })}
          contacts={page?.contacts}
          pager={
            page ? (
              <Pager
                from={page.contacts.length === 0 ? 0 : start + 1}
                to={start + page.contacts.length}
                total={page.count - page.closed}
                previousHref={trail.length === 0 ? undefined : href({ after: trail.slice(0, -1).join('|') || null })}
                nextHref={page.next === null ? undefined : href({ after: [...trail, page.next].join('|') })}
              />
            ) : (
              <LoadingSentence />
            )
          }
        />
      )}
    </>
  );
}

function Tabs(props: {
  readonly list: QualityList;
  readonly unit: QualityUnit;
  readonly scheme: string | undefined;
  readonly dates: Dates;
}) {
  const { say, locale } = useQualityWords();
  const { unit, scheme, dates } = props;
  const figures = scheme === undefined ? unit.all : unit.schemes.find((each) => each.scheme === scheme);
  return (
    <TabLinks
      label={say('listsNav')}
      tabs={qualityLists.map((list) => ({
        word: say(`list.${list}`),
        href: qualityHref(unit, { list, scheme, dates }),
        count: formatNumber(figures === undefined ? 0 : countOf(list, figures), locale),
        current: list === props.list,
      }))}
    />
  );
}

function SchemeField(props: { readonly unit: QualityUnit; readonly scheme: string | undefined }) {
  const { say } = useQualityWords();
  const schemes = useSchemeWords();
  const { set } = useUrlState();
  const [chosen, setChosen] = useState(props.scheme ?? '');
  return (
    <FiltersBar label={say('schemeFilter')} onApply={() => set({ scheme: chosen || null, after: null })}>
      <SelectField
        label={say('schemeFilter')}
        name="scheme"
        value={chosen}
        onChange={setChosen}
        options={[
          { value: '', word: say('allSchemes') },
          ...props.unit.schemes.map(({ scheme }) => ({ value: scheme, word: schemes.label(scheme) })),
        ]}
      />
    </FiltersBar>
  );
}

import { useParams } from 'react-router';
import { useRead } from '../../../../platform/web/query.ts';
import { ActionLink } from '../../../../ui/actions/action-link.tsx';
import { TabLinks } from '../../../../ui/actions/tab-links.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { Pager } from '../../../../ui/tables/pager.tsx';
import { subtractShown } from '../../../organisation/index.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { listQuality, type QualityList, qualityLists } from '../../index.ts';
import { QualityListTable } from './quality-list-table.tsx';
import { asOfText, schemesText, unitText } from './quality-text.ts';
import { countOf, figuresOf, groupOf, qualityHref } from './quality-unit.ts';
import { SchemesField } from './schemes-field.tsx';
import { useQualityList } from './use-quality-list.ts';
import { useQualityWords } from './words.ts';

/** The contacts behind a figure of registration quality, to repair from. */
export function QualityListPage() {
  const { list } = useParams();
  const found = qualityLists.find((each) => each === list);
  return found === undefined ? <UnknownList /> : <KnownList key={found} list={found} />;
}

/** An address that names no list. */
export function UnknownList() {
  const { say } = useQualityWords();
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

function KnownList({ list }: { readonly list: QualityList }) {
  const words = useQualityWords();
  const { say, locale } = words;
  const { label } = useSchemeWords();
  const { figures, unit, dates, schemes, asked, pagerOf, isFirstPage } = useQualityList();
  const read = useRead(listQuality, asked === null ? null : { list, ...asked });
  const { number } = useShownNumbers();
  const problem = figures.error ?? read.error;
  const page = read.data;
  const name = unit === undefined ? '' : unitText(unit, words);
  const whose = schemesText(schemes, { words, label });
  const retry = () => void Promise.all([figures.refetch(), read.refetch()]);
  return (
    <>
      <PageHead
        title={say(`list.${list}`)}
        crumb={
          <TextLink href={unit ? qualityHref(unit, { group: groupOf(schemes), dates }) : '/registration'}>
            {say('back')}
          </TextLink>
        }
        lead={
          page && !problem ? (
            <p>
              {isShown(page.count)
                ? say('listLead', { count: page.count, number: number(page.count), name, whose })
                : say('lengthTooSmall', { name, whose })}{' '}
              {isShown(page.closed) && page.closed > 0
                ? say('closed', { count: page.closed, number: number(page.closed) })
                : null}
            </p>
          ) : undefined
        }
        reasons={
          <p>
            {say(`why.${list}`)} {page ? `${say('asOfHead')} ${asOfText(page, words)}.` : null}
          </p>
        }
        controls={
          unit ? (
            <SchemesField key={schemes ?? ''} schemes={unit.schemes.map((each) => each.scheme)} chosen={schemes} />
          ) : undefined
        }
      />
      {unit ? (
        <TabLinks
          label={say('listsNav')}
          tabs={qualityLists.map((each) => ({
            word: say(`list.${each}`),
            href: qualityHref(unit, { list: each, schemes, dates }),
            count: number(countOf(each, figuresOf(unit, schemes))),
            current: each === list,
          }))}
        />
      ) : null}
      {problem ? (
        <ErrorState title={say('listFailed')} code={problem.code} onRetry={retry}>
          {problem.title || say('failedText')}
        </ErrorState>
      ) : page && page.contacts.length === 0 && isFirstPage ? (
        <EmptyState title={say('listEmpty')}>
          {page.count !== 0 ? say('listClosedText') : say('listEmptyText', { name, at: formatDate(page.at, locale) })}
        </EmptyState>
      ) : (
        <QualityListTable
          list={list}
          caption={say('caption', { list: say(`list.${list}`), name })}
          contacts={page?.contacts}
          pager={
            page ? (
              <Pager
                {...pagerOf({
                  shown: page.contacts.length,
                  total: subtractShown(page.count, page.closed),
                  next: page.next,
                })}
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

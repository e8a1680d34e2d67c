import { useParams } from 'react-router';
import { useRead } from '../../../../platform/web/query.ts';
import { TabLinks } from '../../../../ui/actions/tab-links.tsx';
import { formatDate } from '../../../../ui/format.ts';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../../ui/notices/states.tsx';
import { isShown, useShownNumbers } from '../../../../ui/shown-number.ts';
import { Pager } from '../../../../ui/tables/pager.tsx';
import { subtractShown } from '../../../organisation/index.ts';
import { type ProfilePart, profileParts } from '../../../registry/index.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { listProfiles } from '../../index.ts';
import { ProfileListTable } from './profile-list-table.tsx';
import { UnknownList } from './quality-list-page.tsx';
import { asOfText, schemesText, unitText } from './quality-text.ts';
import { countProfiles, groupOf, profilesOf, qualityHref } from './quality-unit.ts';
import { SchemesField } from './schemes-field.tsx';
import { useQualityList } from './use-quality-list.ts';
import { useQualityWords } from './words.ts';

/** The benefits behind a figure of client profiles. */
export function ProfileListPage() {
  const { part } = useParams();
  const found = profileParts.find((each) => each === part);
  return found === undefined ? <UnknownList /> : <KnownPart key={found} part={found} />;
}

function KnownPart({ part }: { readonly part: ProfilePart }) {
  const words = useQualityWords();
  const { say, locale } = words;
  const { label } = useSchemeWords();
  const { figures, unit, dates, schemes, asked, pagerOf, isFirstPage } = useQualityList();
  const read = useRead(listProfiles, asked === null ? null : { part, ...asked });
  const { number } = useShownNumbers();
  const problem = figures.error ?? read.error;
  const page = read.data;
  const name = unit === undefined ? '' : unitText(unit, words);
  const whose = schemesText(schemes, { words, label });
  const retry = () => void Promise.all([figures.refetch(), read.refetch()]);
  // without a profile four weeks after inflow is a figure of WW alone
  const shownParts = profileParts.filter((each) => each !== 'unprofiled' || schemes === 'WW' || part === each);
  return (
    <>
      <PageHead
        title={say(`profiles.${part}`)}
        crumb={
          <TextLink href={unit ? qualityHref(unit, { group: groupOf(schemes), dates }) : '/registration'}>
            {say('back')}
          </TextLink>
        }
        lead={
          page && !problem ? (
            <p>
              {isShown(page.count)
                ? say('profileListLead', { count: page.count, number: number(page.count), name, whose })
                : say('lengthTooSmall', { name, whose })}{' '}
              {isShown(page.closed) && page.closed > 0
                ? say('closed', { count: page.closed, number: number(page.closed) })
                : null}
            </p>
          ) : undefined
        }
        reasons={
          <p>
            {say(part === 'valid' ? 'why.valid-profile' : `why.${part}`)}{' '}
            {page ? `${say('asOfHead')} ${asOfText(page, words)}.` : null}
          </p>
        }
        controls={
          unit && part !== 'unprofiled' ? (
            <SchemesField key={schemes ?? ''} schemes={unit.profiles.map((each) => each.scheme)} chosen={schemes} />
          ) : undefined
        }
      />
      {unit ? (
        <TabLinks
          label={say('profilesNav')}
          tabs={shownParts.map((each) => ({
            word: say(`profiles.${each}`),
            href: qualityHref(unit, { profiles: each, schemes, dates }),
            count: number(countProfiles(each, profilesOf(unit, schemes))),
            current: each === part,
          }))}
        />
      ) : null}
      {problem ? (
        <ErrorState title={say('listFailed')} code={problem.code} onRetry={retry}>
          {problem.title || say('failedText')}
        </ErrorState>
      ) : page && page.benefits.length === 0 && isFirstPage ? (
        <EmptyState title={say('listEmpty')}>
          {page.count !== 0
            ? say('profileListClosedText')
            : say('profileListEmptyText', { name, at: formatDate(page.at, locale) })}
        </EmptyState>
      ) : (
        <ProfileListTable
          part={part}
          caption={say('caption', { list: say(`profiles.${part}`), name })}
          at={page?.at}
          benefits={page?.benefits}
          pager={
            page ? (
              <Pager
                {...pagerOf({
                  shown: page.benefits.length,
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

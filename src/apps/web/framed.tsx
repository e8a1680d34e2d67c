import { useLocation } from 'react-router';
import { useDates, useUrlState } from '../../platform/web/url-state.ts';
import { useMe } from '../../rooms/organisation/web/me.tsx';
import { useAskWhoIsHere, useSignOut } from '../../rooms/organisation/web/session.ts';
import { useWords as useRoleWords } from '../../rooms/organisation/web/words.ts';
import { ActionButton } from '../../ui/actions/action-button.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageFrame } from '../../ui/frame/page-frame.tsx';
import { PageHead } from '../../ui/frame/page-head.tsx';
import { TextLink } from '../../ui/navigation.tsx';
import { ErrorBoundary } from '../../ui/notices/error-boundary.tsx';
import { Notice } from '../../ui/notices/notice.tsx';
import { ErrorState } from '../../ui/notices/states.tsx';
import { useSetLanguage } from './language.tsx';
import { NotRefreshed } from './not-refreshed.tsx';
import { Pages } from './pages.tsx';
import { railGroups } from './routes.tsx';
import { SessionQueries } from './session-queries.tsx';
import { useWords } from './words.ts';

export const brand = { word: 'Sluitend', href: '/' };

/** The frame for who is signed in: rail, top line, and the page of the address. */
export function Framed() {
  const { say, locale } = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const { href } = useUrlState();
  const { at, known } = useDates(me.today);
  const setLanguage = useSetLanguage();
  const askWhoIsHere = useAskWhoIsHere();
  const leave = useSignOut();
  const groups = railGroups.map(({ id, pages }) => ({
    id,
    ...(id === 'first' ? {} : { word: say(id) }),
    entries: pages.filter((page) => me.pages.includes(page)).map((page) => ({ word: say(page), href: `/${page}` })),
  }));
  const bannerOf = (kind: 'demo' | 'practice') => ({ kind, text: say(kind, { date: formatDate(me.today, locale) }) });
  const current = `/${pathname.split('/')[1] ?? ''}`;
  return (
    <PageFrame
      brand={brand}
      rail={groups.filter((group) => group.entries.length > 0)}
      currentHref={current}
      place={placeOf(me, say)}
      asOf={at}
      {...(known === undefined
        ? {}
        : { asKnown: known, toNow: <TextLink href={href({ known: null })}>{say('toNow')}</TextLink> })}
      person={<Person isLeaving={leave.isPending} onLeave={() => leave.mutate()} />}
      onLanguage={setLanguage}
      {...(me.demo || me.practice ? { banner: bannerOf(me.demo ? 'demo' : 'practice') } : {})}
      wide={pathname === '/today'}
    >
      {leave.isError ? (
        <ErrorState title={say('notSignedOut')} code={leave.error.code} onRetry={() => leave.mutate()}>
          {say('notSignedOutText', { name: me.name })}
        </ErrorState>
      ) : null}
      <SessionQueries onEnded={() => void askWhoIsHere()}>
        <NotRefreshed />
        <ErrorBoundary
          key={pathname}
          fallback={(onRetry) => (
            <>
              <PageHead title={say('notDrawn')} />
              <Notice kind="error" actions={<ActionButton onClick={onRetry}>{say('drawAgain')}</ActionButton>}>
                {say('notDrawnText')}
              </Notice>
            </>
          )}
        >
          <Pages />
        </ErrorBoundary>
      </SessionQueries>
    </PageFrame>
  );
}

function placeOf(me: ReturnType<typeof useMe>, say: ReturnType<typeof useWords>['say']) {
  if (me.role === 'adviser') return { name: say('own'), ...(me.unit ? { detail: me.unit.name } : {}) };
  if (me.unit) return { name: me.unit.name };
  return { name: say('nation'), detail: say('allDistricts', { count: me.districts.length }) };
}

function Person(props: { readonly isLeaving: boolean; readonly onLeave: () => void }) {
  const { say } = useWords();
  const { say: sayRole } = useRoleWords();
  const me = useMe();
  return (
    <p>
      {me.name}, {sayRole(`role.${me.role}`).toLocaleLowerCase()}{' '}
      <ActionButton kind="plain" busy={props.isLeaving} onClick={props.onLeave}>
        {say('signOut')}
      </ActionButton>
    </p>
  );
}

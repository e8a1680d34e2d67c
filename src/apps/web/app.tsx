import { useEffect } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useRead, useWrite } from '../../platform/web/query.ts';
import { useDates, useUrlState } from '../../platform/web/url-state.ts';
import { showMe, signOut } from '../../rooms/organisation/index.ts';
import { MeProvider, useMe } from '../../rooms/organisation/web/me.tsx';
import { SignInPage } from '../../rooms/organisation/web/sign-in-page.tsx';
import { useWords as useRoleWords } from '../../rooms/organisation/web/words.ts';
import { formatDate } from '../../ui/format.ts';
import { BarePage, PageFrame } from '../../ui/frame/page-frame.tsx';
import { NavigationProvider, TextLink } from '../../ui/navigation.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../ui/notices/states.tsx';
import { useSetLanguage } from './language.tsx';
import { railGroups, routes } from './routes.tsx';
import { useWords } from './words.ts';

const brand = { word: 'Sluitend', href: '/' };

/** Sign-in for who is not signed in, the frame with its page for who is. */
export function App() {
  const navigate = useNavigate();
  const { say } = useWords();
  const me = useRead(showMe, {});
  return (
    <NavigationProvider navigate={(href) => void navigate(href)}>
      {me.data && !me.isError ? (
        <MeProvider me={me.data}>
          <Framed />
        </MeProvider>
      ) : (
        <BarePage brand={brand}>
          {me.isPending ? (
            <LoadingBlock />
          ) : me.isError && me.error.status !== 401 ? (
            <ErrorState title={say('failed')} code={me.error.code} onRetry={() => void me.refetch()}>
              {say('failedText')}
            </ErrorState>
          ) : (
            <SignInPage />
          )}
        </BarePage>
      )}
    </NavigationProvider>
  );
}

function Framed() {
  const { say, locale } = useWords();
  const me = useMe();
  const { pathname } = useLocation();
  const { href } = useUrlState();
  const { at, known } = useDates(me.today);
  const setLanguage = useSetLanguage();
  const built = new Set(routes.map((route) => route.path.split('/')[0]));
  const mine = me.pages.filter((page) => built.has(page));
  const groups = railGroups.map(({ id, pages }) => ({
    id,
    ...(id === 'first' ? {} : { word: say(id) }),
    entries: pages.filter((page) => mine.includes(page)).map((page) => ({ word: say(page), href: `/${page}` })),
  }));
  const bannerOf = (kind: 'demo' | 'practice') => ({ kind, text: say(kind, { date: formatDate(me.today, locale) }) });
  const current = `/${pathname.split('/')[1] ?? ''}`;
  usePageTitle(pathname);
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
      person={<Person />}
      onLanguage={setLanguage}
      {...(me.demo || me.practice ? { banner: bannerOf(me.demo ? 'demo' : 'practice') } : {})}
      wide={pathname === '/today'}
    >
      <Routes>
        <Route index element={<Navigate replace to={`/${mine[0] ?? 'none'}`} />} />
        {routes.map((route) => (
          <Route key={route.path} path={route.path} element={route.element} />
        ))}
        <Route path="*" element={<EmptyState title={say('unknown')}>{say('unknownText')}</EmptyState>} />
      </Routes>
    </PageFrame>
  );
}

/** A page that is opened takes the focus and names the window, as a page load would. */
function usePageTitle(pathname: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each address is a page of its own
  useEffect(() => {
    const heading = document.querySelector('h1');
    document.title = heading?.textContent ? `${heading.textContent} - Sluitend` : 'Sluitend';
    window.scrollTo(0, 0);
  }, [pathname]);
}

function placeOf(me: ReturnType<typeof useMe>, say: ReturnType<typeof useWords>['say']) {
  if (me.role === 'adviser') return { name: say('own'), ...(me.unit ? { detail: me.unit.name } : {}) };
  if (me.unit) return { name: me.unit.name };
  return { name: say('nation'), detail: say('allDistricts', { count: me.districts.length }) };
}

function Person() {
  const { say } = useWords();
  const { say: sayRole } = useRoleWords();
  const me = useMe();
  const navigate = useNavigate();
  const leave = useWrite(signOut);
  return (
    <p>
      {me.name}, {sayRole(`role.${me.role}`).toLocaleLowerCase()}{' '}
      <button
        className="ui-plain"
        type="button"
        onClick={() => leave.mutate({}, { onSuccess: () => void navigate('/') })}
      >
        {say('signOut')}
      </button>
    </p>
  );
}

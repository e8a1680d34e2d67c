import { useLocation } from 'react-router';
import { useDates, useUrlState } from '../../platform/web/url-state.ts';
import { signOut } from '../../rooms/organisation/index.ts';
import { useMe } from '../../rooms/organisation/web/me.tsx';
import { useAskWhoIsHere, useSessionChange } from '../../rooms/organisation/web/session.ts';
import { useWords as useRoleWords } from '../../rooms/organisation/web/words.ts';
import { formatDate } from '../../ui/format.ts';
import { PageFrame } from '../../ui/frame/page-frame.tsx';
import { TextLink } from '../../ui/navigation.tsx';
import { useSetLanguage } from './language.tsx';
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
      person={<Person />}
      onLanguage={setLanguage}
      {...(me.demo || me.practice ? { banner: bannerOf(me.demo ? 'demo' : 'practice') } : {})}
      wide={pathname === '/today'}
    >
      <SessionQueries onEnded={useAskWhoIsHere()}>
        <Pages />
      </SessionQueries>
    </PageFrame>
  );
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
  const leave = useSessionChange(signOut);
  return (
    <p>
      {me.name}, {sayRole(`role.${me.role}`).toLocaleLowerCase()}{' '}
      <button className="ui-plain" type="button" onClick={() => leave.mutate({})}>
        {say('signOut')}
      </button>
    </p>
  );
}

import { useLocation, useNavigate } from 'react-router';
import { useRead } from '../../platform/web/query.ts';
import { showMe } from '../../rooms/organisation/index.ts';
import { MeProvider } from '../../rooms/organisation/web/me.tsx';
import { SignInPage } from '../../rooms/organisation/web/sign-in-page.tsx';
import { OpenedPageProvider } from '../../ui/frame/opened-page.tsx';
import { BarePage } from '../../ui/frame/page-frame.tsx';
import { PageHead } from '../../ui/frame/page-head.tsx';
import { NavigationProvider } from '../../ui/navigation.tsx';
import { ErrorState, LoadingBlock } from '../../ui/notices/states.tsx';
import { brand, Framed } from './framed.tsx';
import { useSetLanguage } from './language.tsx';
import { useWords } from './words.ts';

/** For who is not signed in yet; after that the top line has it. */
function OtherLanguage() {
  const { locale } = useWords();
  const setLanguage = useSetLanguage();
  const other =
    locale === 'nl' ? ({ locale: 'en', word: 'English' } as const) : ({ locale: 'nl', word: 'Nederlands' } as const);
  return (
    <p>
      <button className="ui-plain" type="button" lang={other.locale} onClick={() => setLanguage(other.locale)}>
        {other.word}
      </button>
    </p>
  );
}

/** Sign-in for who is not signed in, the frame with its page for who is. */
export function App() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { say } = useWords();
  const me = useRead(showMe, {});
  const here = me.error?.status === 401 ? undefined : me.data;
  return (
    <NavigationProvider navigate={(href) => void navigate(href)}>
      <OpenedPageProvider page={here ? pathname : 'sign-in'} product={brand.word}>
        {here ? (
          <MeProvider key={here.personId} me={here}>
            <Framed />
          </MeProvider>
        ) : (
          <BarePage brand={brand}>
            <OtherLanguage />
            {me.error === null ? (
              <LoadingBlock />
            ) : me.error.status === 401 ? (
              <SignInPage ended={me.data !== undefined} />
            ) : (
              <>
                <PageHead title={say('failed')} />
                <ErrorState title={say('failed')} code={me.error.code} onRetry={() => void me.refetch()}>
                  {say('failedText')}
                </ErrorState>
              </>
            )}
          </BarePage>
        )}
      </OpenedPageProvider>
    </NavigationProvider>
  );
}

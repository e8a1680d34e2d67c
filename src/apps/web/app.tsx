import { Activity } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { KeptProvider } from '../../platform/web/kept.tsx';
import { MeProvider } from '../../rooms/organisation/web/me.tsx';
import { useWhoIsHere } from '../../rooms/organisation/web/session.ts';
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

/**
 * Sign-in for who is not signed in, the frame with its page for who is. When a session ends the page waits below sign-in,
 * out of sight and at rest, with all that was typed: the same person goes on there.
 */
export function App() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { last, isEnded, problem, retry } = useWhoIsHere();
  const isHere = last !== undefined && !isEnded;
  return (
    <NavigationProvider navigate={(href) => void navigate(href)}>
      <OpenedPageProvider page={isHere ? pathname : 'sign-in'} product={brand.word}>
        {last ? (
          <Activity mode={isEnded ? 'hidden' : 'visible'}>
            <MeProvider key={last.personId} me={last}>
              <KeptProvider>
                <Framed />
              </KeptProvider>
            </MeProvider>
          </Activity>
        ) : null}
        {isHere ? null : (
          <BarePage brand={brand}>
            <OtherLanguage />
            {isEnded ? (
              <SignInPage last={last} />
            ) : problem === null ? (
              <LoadingBlock />
            ) : (
              <Unreachable code={problem.code} onRetry={retry} />
            )}
          </BarePage>
        )}
      </OpenedPageProvider>
    </NavigationProvider>
  );
}

function Unreachable(props: { readonly code: string; readonly onRetry: () => void }) {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('failed')} />
      <ErrorState title={say('failed')} {...props}>
        {say('failedText')}
      </ErrorState>
    </>
  );
}

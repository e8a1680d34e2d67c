import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import type { Locale } from '../../platform/web/words.tsx';

const SetLanguage = createContext<(locale: Locale) => void>(() => undefined);
const kept = 'sluitend.language';

/** The language of the screen: Dutch unless the person chose English on this machine. */
export function LanguageProvider(props: { readonly children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => (localStorage.getItem(kept) === 'en' ? 'en' : 'nl'));
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(kept, locale);
  }, [locale]);
  return (
    <SetLanguage value={setLocale}>
      <IntlProvider locale={locale} defaultLocale="nl">
        {props.children}
      </IntlProvider>
    </SetLanguage>
  );
}

export function useSetLanguage(): (locale: Locale) => void {
  return useContext(SetLanguage);
}

import type { ReactNode } from 'react';
import { createIntl, createIntlCache, type IntlShape, useIntl } from 'react-intl';

export type Locale = 'nl' | 'en';

/** The words of a room's screens: Dutch, and the same ids in English. */
export interface Messages<Id extends string> {
  readonly nl: Readonly<Record<Id, string>>;
  readonly en: Readonly<Record<Id, string>>;
}

export interface Words<Id extends string> {
  readonly locale: Locale;
  /** A plain sentence. */
  say(id: Id, values?: Readonly<Record<string, string | number>>): string;
  /** The same with `<b>` bold and elements as values. */
  show(id: Id, values?: Readonly<Record<string, ReactNode>>): ReactNode;
}

const cache = createIntlCache();

/** Makes the hook that gives a room's words in the language of the screen. English lacking a word does not compile. */
export function makeWords<Id extends string>(messages: Messages<Id>): () => Words<Id> {
  const intl: Readonly<Record<Locale, IntlShape>> = {
    nl: createIntl({ locale: 'nl', messages: { ...messages.nl } }, cache),
    en: createIntl({ locale: 'en', messages: { ...messages.en } }, cache),
  };
  return () => {
    const locale = useLocale();
    return {
      locale,
      say: (id, values) => intl[locale].formatMessage({ id }, { ...values, b: (parts: string[]) => parts.join('') }),
      show: (id, values) =>
        intl[locale].formatMessage({ id }, { ...values, b: (parts: ReactNode[]) => <b key="b">{parts}</b> } as never),
    };
  };
}

export function useLocale(): Locale {
  return useIntl().locale.startsWith('en') ? 'en' : 'nl';
}

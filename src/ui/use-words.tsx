import type { ReactNode } from 'react';
import { createIntl, createIntlCache, type IntlShape, useIntl } from 'react-intl';
import { type Locale, type UiMessageId, uiMessages } from './messages.ts';

const cache = createIntlCache();
const own: Readonly<Record<Locale, IntlShape>> = {
  nl: createIntl({ locale: 'nl', messages: { ...uiMessages.nl } }, cache),
  en: createIntl({ locale: 'en', messages: { ...uiMessages.en } }, cache),
};

type Values = Readonly<Record<string, string | number>>;

export interface Words {
  readonly locale: Locale;
  /** A plain sentence of the components' own words. */
  readonly say: (id: UiMessageId, values?: Values) => string;
  /** The same with `<b>` shown bold. */
  readonly show: (id: UiMessageId, values?: Record<string, ReactNode>) => ReactNode;
}

/** The language of the screen, and the components' own words in it. The app only sets the locale of its IntlProvider. */
export function useWords(): Words {
  const locale = useLocale();
  return {
    locale,
    say: (id, values) => own[locale].formatMessage({ id }, { ...values, b: (parts: string[]) => parts.join('') }),
    show: (id, values) => own[locale].formatMessage({ id }, { ...values, b: bold }),
  };
}

export function useLocale(): Locale {
  return useIntl().locale.startsWith('en') ? 'en' : 'nl';
}

function bold(parts: ReactNode[]): ReactNode {
  return <b key="b">{parts}</b>;
}

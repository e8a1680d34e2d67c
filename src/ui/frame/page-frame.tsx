import { type ReactNode, useEffect } from 'react';
import { formatDate } from '../format.ts';
import type { Locale } from '../messages.ts';
import { BareLink } from '../navigation.tsx';
import { useLocale, useWords } from '../use-words.tsx';
import { Rail, type RailGroup } from './rail.tsx';

export interface PageFrameProps {
  readonly brand: { readonly word: string; readonly href: string };
  /** Entries in order; a group without a word stands first, ungrouped. */
  readonly rail: readonly RailGroup[];
  /** Path of the entry one is in. */
  readonly currentHref?: string | undefined;
  /** Whose figures and clients: "Nederland", "alle 11 districten". */
  readonly place: { readonly name: string; readonly detail?: string | undefined };
  /** Reference date YYYY-MM-DD. */
  readonly asOf: string;
  /** Knowledge date YYYY-MM-DD, only when it differs from what is known now. */
  readonly asKnown?: string | undefined;
  /** Where the latest knowledge is, as a link, when `asKnown` is given. */
  readonly toNow?: ReactNode | undefined;
  readonly person?: ReactNode | undefined;
  readonly onLanguage?: ((locale: Locale) => void) | undefined;
  /** That this is no ordinary day: a demo with invented people, or a register of one's own on a practice date. */
  readonly banner?: { readonly kind: 'demo' | 'practice'; readonly text: string } | undefined;
  /** Work lists use the whole width on large screens. */
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

/** The frame of every page: skip link, banner, rail, top line, main. */
export function PageFrame(props: PageFrameProps) {
  const { say, show, locale } = useWords();
  const other: Locale = locale === 'nl' ? 'en' : 'nl';
  usePageLanguage(locale);
  return (
    <div className="ui-frame">
      <header>
        <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus ui-skip" href="#ui-content">
          {say('ui.skip')}
        </a>
        {props.banner ? (
          <p className="ui-demo">
            <strong>{say(`ui.${props.banner.kind}`)}</strong> {props.banner.text}
          </p>
        ) : null}
        <Rail brand={props.brand} groups={props.rail} currentHref={props.currentHref} />
        <div className="ui-top">
          <p className="ui-top-place">
            <b>{props.place.name}</b>
            {props.place.detail ? `, ${props.place.detail}` : null}
          </p>
          <p>
            {show('ui.asOf', { date: formatDate(props.asOf, locale) })}
            {props.asKnown ? <>, {show('ui.asKnown', { date: formatDate(props.asKnown, locale) })}</> : null}
            {props.toNow ? <> {props.toNow}</> : null}
          </p>
          {props.onLanguage ? (
            <p className="ui-top-language">
              <button className="ui-plain" type="button" lang={other} onClick={() => props.onLanguage?.(other)}>
                {say('ui.otherLanguage')}
              </button>
            </p>
          ) : null}
          {props.person ? <div>{props.person}</div> : null}
        </div>
      </header>
      <main className="ui-main" id="ui-content" tabIndex={-1} data-wide={props.wide ? '' : undefined}>
        {props.children}
      </main>
    </div>
  );
}

/** A page before anyone signed in: the same ground, no rail. */
export function BarePage(props: { readonly brand: PageFrameProps['brand']; readonly children: ReactNode }) {
  usePageLanguage(useLocale());
  return (
    <main className="ui-main" id="ui-content" tabIndex={-1}>
      <BareLink className="ui-brand ui-brand-bare" href={props.brand.href}>
        {props.brand.word}
      </BareLink>
      {props.children}
    </main>
  );
}

/** Screen readers choose their voice by it. */
function usePageLanguage(locale: Locale): void {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useLayoutEffect, useRef } from 'react';

interface Opened {
  readonly page: string;
  readonly product: string;
  /** Page whose heading has had the focus; null before the first page, '' when that heading has gone. */
  readonly held: RefObject<string | null>;
}

const OpenedContext = createContext<Opened | undefined>(undefined);

/** Tells the heading below which page is open, so that it can do what a page load does: name the window, take the focus. */
export function OpenedPageProvider(props: {
  /** One value per page; another value is a page that was opened. */
  readonly page: string;
  /** Stands behind each title of the window. */
  readonly product: string;
  readonly children: ReactNode;
}) {
  const { page, product } = props;
  const held = useRef<string | null>(null);
  return <OpenedContext value={{ page, product, held }}>{props.children}</OpenedContext>;
}

/**
 * Names the window and moves the focus to the heading of a page that was opened from another. On the first page the
 * browser's own order holds, so that the skip link is the first stop.
 */
export function useOpenedPage(heading: RefObject<HTMLElement | null>, title: string): void {
  const opened = useContext(OpenedContext);
  const page = opened?.page;
  const held = opened?.held;
  // At every rendering: the heading of a page that loads is another one than that of the page that has loaded.
  useEffect(() => {
    if (opened !== undefined) document.title = `${title} - ${opened.product}`;
  });
  useLayoutEffect(() => {
    const element = heading.current;
    if (page === undefined || held === undefined || element === null) return undefined;
    if (held.current !== null && held.current !== page) {
      if (held.current !== '') window.scrollTo(0, 0);
      element.focus({ preventScroll: true });
    }
    held.current = page;
    return () => {
      if (document.activeElement === element) held.current = '';
    };
  }, [page, held, heading]);
}

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useLayoutEffect, useState } from 'react';

interface Opened {
  readonly page: string;
  readonly product: string;
  readonly focus: PageFocus;
}

type PageFocus = ReturnType<typeof makePageFocus>;

/** Remembers the page whose heading has had the focus: null before the first page, '' when that heading has gone. */
function makePageFocus() {
  let held: string | null = null;
  return {
    held: () => held,
    hold: (page: string) => {
      held = page;
    },
  };
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
  const [focus] = useState(makePageFocus);
  return <OpenedContext value={{ page, product, focus }}>{props.children}</OpenedContext>;
}

/**
 * Names the window and moves the focus to the heading of a page that was opened from another. On the first page the
 * browser's own order holds, so that the skip link is the first stop.
 */
export function useOpenedPage(heading: RefObject<HTMLElement | null>, title: string): void {
  const opened = useContext(OpenedContext);
  const page = opened?.page;
  const focus = opened?.focus;
  // At every rendering: the heading of a page that loads is another one than that of the page that has loaded.
  useEffect(() => {
    if (opened !== undefined) document.title = `${title} - ${opened.product}`;
  });
  useLayoutEffect(() => {
    const element = heading.current;
    if (page === undefined || focus === undefined || element === null) return undefined;
    const before = focus.held();
    if (before !== null && before !== page) {
      if (before !== '') window.scrollTo(0, 0);
      element.focus({ preventScroll: true });
    }
    focus.hold(page);
    return () => {
      if (document.activeElement === element) focus.hold('');
    };
  }, [page, focus, heading]);
}

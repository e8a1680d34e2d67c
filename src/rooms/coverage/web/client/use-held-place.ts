import { useLayoutEffect, useRef } from 'react';

interface Held {
  readonly find: () => Element | null;
  readonly top: number;
}

/**
 * Keeps what one looks at where it is in the window, while the page around it gets another width: call the function with
 * how to find it just before the change.
 */
export function useHeldPlace(): (find: () => Element | null) => void {
  const held = useRef<Held | null>(null);
  useLayoutEffect(() => {
    const { find, top = 0 } = held.current ?? {};
    held.current = null;
    const element = find?.() ?? null;
    // not drawn: on a narrow screen the sheet takes the page
    if (element === null || element.getClientRects().length === 0) return;
    const moved = element.getBoundingClientRect().top - top;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  });
  return (find) => {
    const top = find()?.getBoundingClientRect().top;
    held.current = top === undefined ? null : { find, top };
  };
}

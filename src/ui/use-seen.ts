import { type RefObject, useEffect, useState } from 'react';

/** True from the moment that an element comes into view: what is dear to make is then made, and not before. */
export function useSeen(element: RefObject<Element | null>, isSeenAlready = false): boolean {
  const [isSeen, setSeen] = useState(isSeenAlready);
  useEffect(() => {
    const place = element.current;
    if (isSeen || place === null) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, [element, isSeen]);
  return isSeen;
}

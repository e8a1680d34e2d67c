import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of a chart's place in CSS pixels, so that it is drawn at that width and its letters keep their size. */
export function useWidth(start: number): { readonly ref: RefObject<HTMLDivElement | null>; readonly width: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(start);
  useEffect(() => {
    const place = ref.current;
    if (!place) return;
    const measure = () => setWidth(Math.max(200, Math.floor(place.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

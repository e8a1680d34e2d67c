import { useSearchParams } from 'react-router';
import { isDate } from '../../time/calendar-date.ts';

/** The state of a screen lives in its address, so that a link shows the same; never a name or a BSN. */
export function useUrlState(): {
  get(name: string): string | null;
  /** A date of the address; null when it holds none that exists. */
  getDate(name: string): string | null;
  /** Sets or (null) removes names; the other parts stay. */
  set(changes: Readonly<Record<string, string | null>>): void;
  /** The address of this page with other values, for a link. */
  href(changes: Readonly<Record<string, string | null>>): string;
} {
  const [params, setParams] = useSearchParams();
  const changed = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  return {
    get: (name) => params.get(name),
    getDate: (name) => {
      const text = params.get(name);
      return text !== null && isDate(text) ? text : null;
    },
    set: (changes) => setParams(changed(changes)),
    href: (changes) => `?${changed(changes).toString()}`,
  };
}

/** Reference date of the page (`at`) and knowledge date (`known`), from the address. */
export function useDates(today: string): { readonly at: string; readonly known: string | undefined } {
  const { getDate } = useUrlState();
  return { at: getDate('at') ?? today, known: getDate('known') ?? undefined };
}

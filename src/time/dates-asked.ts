import { endOfDay } from './zone.ts';

/** The dates of a question, with the instant before which facts must be known: today, as known on the date asked, unless given. */
export function datesOf(
  { today }: { readonly today: string },
  input: { readonly at?: string | undefined; readonly known?: string | undefined },
) {
  const at = input.at ?? today;
  const known = input.known ?? at;
  return { at, known, knownBefore: endOfDay(known) };
}

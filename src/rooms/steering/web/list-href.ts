import type { AgreementLine } from './agreement.ts';

type ListBehind = NonNullable<AgreementLine['toDo']>['list'];

/** The page of the rail on which a list stands. */
export function listPageOf(list: ListBehind): 'coverage' | 'registration' {
  return list.kind === 'benefits' ? 'coverage' : 'registration';
}

/** The address of the list of the nation behind a number, at the dates that the address of the agreements names. */
export function listHref(
  list: ListBehind,
  dates: { readonly at: string | null; readonly known: string | null },
): string {
  const query = new URLSearchParams(
    list.kind === 'benefits' ? { figure: list.figure, part: list.part } : { level: 'nation', schemes: list.schemes },
  );
  if (dates.at !== null) query.set('at', dates.at);
  if (dates.known !== null) query.set('known', dates.known);
  const path = {
    benefits: '/coverage/benefits',
    contacts: '/registration',
    profiles: '/registration/profiles',
  }[list.kind];
  return `${list.kind === 'benefits' ? path : `${path}/${list.list}`}?${query.toString()}`;
}

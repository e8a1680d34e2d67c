/** Lists from which one opens a client, by the page of the rail they belong to. */
const listPages = ['today', 'coverage', 'registration', 'agreements'] as const;
export type ListPage = (typeof listPages)[number];

/** The address of a client; with that of the list one opens it from, to go back there. Both hold ids only. */
export function clientHref(clientId: string, list?: string): string {
  const path = `/clients/${encodeURIComponent(clientId)}`;
  return list === undefined ? path : `${path}?list=${encodeURIComponent(list)}`;
}

export interface ListAddress {
  readonly page: ListPage;
  readonly path: string;
  readonly params: URLSearchParams;
}

/** The list that the address of a client names; null for none, and for an address that is no list of the product. */
export function readListAddress(text: string | null): ListAddress | null {
  const [path = '', query = ''] = text?.split('?', 2) ?? [];
  const page = listPages.find((each) => path === `/${each}` || path.startsWith(`/${each}/`));
  return page === undefined ? null : { page, path, params: new URLSearchParams(query) };
}

export function listHref({ path, params }: Pick<ListAddress, 'path' | 'params'>): string {
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

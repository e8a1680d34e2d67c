import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

const isOld = ({ state }: Query) => state.status === 'error' && state.data !== undefined;

/** When the oldest answer on the screen that could not be read anew was fetched, in milliseconds; null: all is fresh. */
export function standsFrom(client: QueryClient): number | null {
  const old = client.getQueryCache().findAll({ type: 'active', predicate: isOld });
  return old.length === 0 ? null : Math.min(...old.map((query) => query.state.dataUpdatedAt));
}

/** As `standsFrom`, for a notice above the page; `retry` reads anew what failed. */
export function useStandsFrom(): { readonly since: number | null; readonly retry: () => void } {
  const client = useQueryClient();
  const subscribe = useCallback((onChange: () => void) => client.getQueryCache().subscribe(onChange), [client]);
  const since = useSyncExternalStore(subscribe, () => standsFrom(client));
  return { since, retry: () => void client.refetchQueries({ type: 'active', predicate: isOld }) };
}

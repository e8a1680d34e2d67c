import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { problemOf } from '../../platform/web/invoke.ts';

/** The client of the screens: what was read within five seconds is not read again. */
export function makeQueries(onFault: (fault: unknown) => void = () => undefined): QueryClient {
  return new QueryClient({
    // The server may stand on this machine or in this building: whether there is an internet says nothing about it, and
    // what waits for one would wait without a word.
    defaultOptions: { queries: { staleTime: 5_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
    queryCache: new QueryCache({ onError: onFault }),
    mutationCache: new MutationCache({ onError: onFault }),
  });
}

/**
 * What one person has read, kept apart from what the frame knows: it goes with the person, so that nobody sees an answer
 * that was meant for somebody else. A read or a write that finds the session ended leads to sign-in, below which the page
 * waits; once it is back, what was not read is read.
 */
export function SessionQueries(props: { readonly onEnded: () => void; readonly children: ReactNode }) {
  const { onEnded } = props;
  const [client] = useState(() =>
    makeQueries((fault) => {
      if (problemOf(fault).status === 401) onEnded();
    }),
  );
  useEffect(() => {
    void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [client]);
  return <QueryClientProvider client={client}>{props.children}</QueryClientProvider>;
}

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../platform/web/query.ts';

/** The client of the screens: what was read within five seconds is not read again. */
export function makeQueries(onFault: (fault: unknown) => void = () => undefined): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000 } },
    queryCache: new QueryCache({ onError: onFault }),
  });
}

/**
 * What one person has read, kept apart from what the frame knows: it goes with the person, so that nobody sees an answer
 * that was meant for somebody else. A write that finds the session ended says so in its form, where nothing typed is lost;
 * a read has nothing to lose and leads to sign-in.
 */
export function SessionQueries(props: { readonly onEnded: () => void; readonly children: ReactNode }) {
  const { onEnded } = props;
  const [client] = useState(() =>
    makeQueries((fault) => {
      if (problemOf(fault).status === 401) onEnded();
    }),
  );
  return <QueryClientProvider client={client}>{props.children}</QueryClientProvider>;
}

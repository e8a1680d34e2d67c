import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { OutputOf, RawInputOf } from '../../../platform/contract.ts';
import { invoke, type ProblemError, problemOf } from '../../../platform/web/invoke.ts';
import { showMe, signIn, signOut } from '../contract.ts';
import type { Me } from './me.tsx';

const whoIsHere = { queryKey: [showMe.name] };

/**
 * Who is signed in. `last` is who was, also after the session has ended (`isEnded`): what that person had typed waits for
 * them. Once somebody is known a server that does not answer changes nothing.
 */
export function useWhoIsHere(): {
  readonly last: Me | undefined;
  readonly isEnded: boolean;
  /** Nobody is known yet and the question was not answered. */
  readonly problem: ProblemError | null;
  readonly retry: () => void;
} {
  const read = useQuery<Me, ProblemError>({ ...whoIsHere, queryFn: () => invoke(showMe, {}), retry: false });
  const isEnded = read.error?.status === 401;
  return {
    last: read.data,
    isEnded,
    problem: isEnded || read.data !== undefined ? null : read.error,
    retry: () => void read.refetch(),
  };
}

/** Signs in. Who was here last goes on where they were; anybody else starts at their first page, with nothing of another. */
export function useSignIn(last: Me | undefined) {
  const askWhoIsHere = useAskWhoIsHere();
  const startAnew = useStartAnew();
  return useMutation<OutputOf<typeof signIn>, ProblemError, RawInputOf<typeof signIn>>({
    mutationFn: (input) => invoke(signIn, input),
    // Of the mutation, not of one call: the page that called is gone before the answer to "who am I" is there.
    onSuccess: ({ personId }) => (personId === last?.personId ? askWhoIsHere() : startAnew()),
  });
}

/** Signs out. A session that had ended already is what was asked for. */
export function useSignOut() {
  const startAnew = useStartAnew();
  return useMutation<void, ProblemError, void>({
    mutationFn: async () => {
      try {
        await invoke(signOut, {});
      } catch (fault) {
        if (problemOf(fault).status !== 401) throw fault;
      }
    },
    onSuccess: startAnew,
  });
}

/** Asks again who is here. */
export function useAskWhoIsHere(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries(whoIsHere);
}

/** To the front page first, then asks anew who is here, so that nothing of the last person is asked for. */
function useStartAnew(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await navigate('/');
    await client.resetQueries(whoIsHere);
  };
}

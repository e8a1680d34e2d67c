import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { OutputOf, RawInputOf } from '../../../platform/contract.ts';
import { invoke, type ProblemError } from '../../../platform/web/invoke.ts';
import { showMe, type signIn, type signOut } from '../contract.ts';

/** Signs in or out: to the front page first, then asks anew who is here, so that nothing of the last person is asked for. */
export function useSessionChange<C extends typeof signIn | typeof signOut>(contract: C) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation<OutputOf<C>, ProblemError, RawInputOf<C>>({
    mutationFn: (input) => invoke(contract, input),
    // Of the mutation, not of one call: the page that called is gone before the answer to "who am I" is there.
    onSuccess: async () => {
      await navigate('/');
      await client.resetQueries({ queryKey: [showMe.name] });
    },
  });
}

/** Asks again who is here. */
export function useAskWhoIsHere(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [showMe.name] });
}

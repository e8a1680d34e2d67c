import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract, OutputOf, RawInputOf } from '../contract.ts';
import { invoke, ProblemError } from './invoke.ts';

/** Reads by a contract; `input: null` waits. The last answer stays on the screen while a next one is fetched. */
export function useRead<C extends Contract>(contract: C, input: RawInputOf<C> | null) {
  return useQuery<OutputOf<C>, ProblemError>({
    queryKey: [contract.name, input],
    queryFn: () => invoke(contract, input as RawInputOf<C>),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    retry: (count, problem) => count < 2 && problem.status >= 500,
  });
}

/** Reads the same contract for several inputs, side by side. */
export function useReadMany<C extends Contract>(contract: C, inputs: readonly RawInputOf<C>[]) {
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [contract.name, input],
      queryFn: (): Promise<OutputOf<C>> => invoke(contract, input),
      retry: (count: number, fault: Error) => count < 2 && problemOf(fault).status >= 500,
    })),
  });
}

/** Writes by a contract; afterwards everything on the screen is read again, because any figure may have moved. */
export function useWrite<C extends Contract>(contract: C) {
  const client = useQueryClient();
  return useMutation<OutputOf<C>, ProblemError, RawInputOf<C>>({
    mutationFn: (input) => invoke(contract, input),
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Tells what was saved, also when its form left the page while everything was read again; a refusal stays with the form. */
export function whenSaved<Output>(saving: Promise<Output>, tell: (output: Output) => void): void {
  saving.then(tell, () => undefined);
}

/** The problem to show for anything that was thrown. */
export function problemOf(fault: unknown): ProblemError {
  return fault instanceof ProblemError ? fault : new ProblemError({ status: 0, code: 'offline' });
}

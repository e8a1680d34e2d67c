import { type UseQueryResult, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract, OutputOf, RawInputOf } from '../contract.ts';
import { invoke, isUnanswered, type ProblemError, problemOf } from './invoke.ts';

/** The input of a read without the parts that only turn its pages. */
function withoutPaging(input: unknown, paging: readonly string[]): string {
  const rest = { ...(input as Record<string, unknown> | null) };
  for (const name of paging) delete rest[name];
  return JSON.stringify(rest);
}

/**
 * Reads by a contract; `input: null` waits. An answer stands only under the question it belongs to: another input shows
 * nothing until its own answer is there. `paging` names the parts of the input that turn the pages of one list; while only
 * those change the page before stays, and `isPlaceholderData` says so.
 *
 * `isError` means that there is no answer to show. When one was there and reading it anew fails, it stays, and so does what
 * is typed beside it; `useStandsFrom` tells of it. A refusal takes its place: what stood there is no longer so.
 */
export function useRead<C extends Contract>(
  contract: C,
  input: RawInputOf<C> | null,
  { paging = [] }: { readonly paging?: readonly string[] } = {},
): UseQueryResult<OutputOf<C>, ProblemError> {
  const read = useQuery<OutputOf<C>, ProblemError>({
    queryKey: [contract.name, input],
    queryFn: () => invoke(contract, input as RawInputOf<C>),
    enabled: input !== null,
    ...(paging.length === 0
      ? {}
      : {
          placeholderData: (before, query) =>
            query !== undefined && withoutPaging(query.queryKey[1], paging) === withoutPaging(input, paging)
              ? before
              : undefined,
        }),
    retry: (count, problem) => count < 2 && problem.status >= 500,
  });
  return standing(read);
}

/** An answer that could not be read anew is one that stands. */
function standing<Output>(read: UseQueryResult<Output, ProblemError>): UseQueryResult<Output, ProblemError> {
  if (!read.isRefetchError || !isUnanswered(read.error)) return read;
  return { ...read, status: 'success', isSuccess: true, isError: false, isRefetchError: false, error: null };
}

/** Reads the same contract for several inputs, side by side. */
export function useReadMany<C extends Contract>(contract: C, inputs: readonly RawInputOf<C>[]) {
  const reads = useQueries({
    queries: inputs.map((input) => ({
      queryKey: [contract.name, input],
      queryFn: (): Promise<OutputOf<C>> => invoke(contract, input),
      retry: (count: number, fault: Error) => count < 2 && problemOf(fault).status >= 500,
    })),
  });
  return reads.map((read) => standing(read as UseQueryResult<OutputOf<C>, ProblemError>));
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

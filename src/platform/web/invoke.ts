import type { Contract, OutputOf, RawInputOf } from '../contract.ts';
import { requestOf } from './address.ts';

/** A "no" of the server, as the screens show it. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];

  constructor(problem: {
    status: number;
    code?: string;
    title?: string;
    detail?: string;
    errors?: ProblemError['errors'];
  }) {
    super(problem.code ?? 'fault');
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code ?? 'fault';
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? problem.title ?? '';
    this.errors = problem.errors ?? [];
  }
}

/** Whether the server did not come to an answer: not reached, nobody signed in, too busy, or something broke. */
export function isUnanswered({ status }: ProblemError): boolean {
  return status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
}

/** Calls an action of the server by its contract. Throws `ProblemError` when it is refused, fails or is not reached. */
export function invoke<C extends Contract>(contract: C, input: RawInputOf<C>): Promise<OutputOf<C>> {
  return ask(contract, input, async (response) => (await response.json()) as OutputOf<C>);
}

/** Fetches the file that a contract gives, as its bytes. Throws as `invoke` does. */
export function invokeFile<C extends Contract>(contract: C, input: RawInputOf<C>): Promise<Blob> {
  return ask(contract, input, (response) => response.blob());
}

async function ask<Answer>(
  contract: Contract,
  input: Record<string, unknown>,
  read: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  const { url, body } = requestOf(contract, input);
  try {
    const response = await fetch(url, {
      method: contract.method,
      headers: {
        'accept-language': document.documentElement.lang || 'nl',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new ProblemError(await readProblem(response));
    return await read(response);
  } catch (fault) {
    throw problemOf(fault);
  }
}

/** The problem to show for anything that was thrown: what is no answer of the server did not come from it whole. */
export function problemOf(fault: unknown): ProblemError {
  return fault instanceof ProblemError ? fault : new ProblemError({ status: 0, code: 'offline' });
}

async function readProblem(response: Response): Promise<ConstructorParameters<typeof ProblemError>[0]> {
  try {
    return (await response.json()) as ConstructorParameters<typeof ProblemError>[0];
  } catch {
    return { status: response.status };
  }
}

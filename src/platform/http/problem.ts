import type { Language } from '../actions.ts';
import { type Contract, refusalText } from '../contract.ts';
import type { Refusal } from '../refusal.ts';

/** RFC 9457, with code and faults of ours. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

export function problemOf(refusal: Refusal, contract: Contract | null, language: Language): Problem {
  const text = refusalText(contract, refusal.code);
  if (text === undefined)
    throw new Error(`refusal ${refusal.code} is not declared by ${contract?.name ?? 'the platform'}`);
  const problem = {
    status: text.http,
    title: text[language],
    detail: refusal.detail ?? text[language],
    code: refusal.code,
  };
  return refusal.faults.length === 0 ? problem : { ...problem, errors: refusal.faults };
}

/** A fault of ours: says nothing of its cause to the outside. */
export function faultProblem(language: Language): Problem {
  const detail =
    language === 'nl'
      ? 'Er ging iets mis aan onze kant. Wat u invulde is niet bewaard; probeer het opnieuw.'
      : 'Something went wrong on our side. What you entered is not saved; try again.';
  return { status: 500, title: detail, detail, code: 'fault' };
}

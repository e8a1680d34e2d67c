import type { Contract, RawInputOf } from '../contract.ts';

/** The address of a contract that gives a file, for a download link in a language: a link sends no language of its own. */
export function addressOf<C extends Contract>(contract: C, input: RawInputOf<C>, lang: 'nl' | 'en'): string {
  return requestOf(contract, { ...input, lang }).url;
}

/** Address and body of a call: of a GET everything stands in the address, of any other only what its path names. */
export function requestOf(
  contract: Contract,
  input: Record<string, unknown>,
): { url: string; body: Record<string, unknown> | null } {
  const rest = { ...input };
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const url = `/v1${path}`;
  if (contract.method !== 'GET') return { url, body: rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue;
    // inputs of a contract are flat
    const flat = value as string | number | boolean | readonly string[];
    query.set(name, Array.isArray(flat) ? flat.join(',') : String(flat));
  }
  const text = query.toString();
  return { url: text === '' ? url : `${url}?${text}`, body: null };
}

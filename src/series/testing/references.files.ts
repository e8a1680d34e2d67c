import { readFileSync } from 'node:fs';

/** Entries of one reference file made by `references/make-references.R`. */
export function referencesOf<T extends { readonly id: string }>(file: 'stl' | 'theta' | 'damped'): readonly T[] {
  return JSON.parse(readFileSync(new URL(`../references/${file}.json`, import.meta.url), 'utf8'));
}

import { existsSync, readFileSync } from 'node:fs';

/** One value of a reference file, by its path (`arithmetic.bridge.start`). */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

const FOLDER = new URL('../../../../shared/data/planning/', import.meta.url);

/** The published planning references, or null where the shared folder is absent (they are not ours to commit). */
export function planningReference<T>(name: string): T | null {
  const file = new URL(name, FOLDER);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** Every number and text of a value, in order. */
export function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

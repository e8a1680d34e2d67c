import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the product: the nearest one above this file that holds `architecture.mjs` (also from a bundle). */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(resolve(folder, 'architecture.mjs'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('architecture.mjs is missing: the product is not whole');
  return findRoot(above);
}

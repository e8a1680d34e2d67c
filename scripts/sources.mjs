import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What goes into a build, below the folder of the product. */
const sources = ['src', 'architecture.mjs', 'vite.config.mjs', 'package-lock.json', 'scripts/build.mjs'];

/** A fingerprint of all sources by name, size and moment: one that changed, came, went or was put back gives another. */
export function fingerprintOf(root) {
  const hash = createHash('sha256');
  const visit = (name) => {
    const found = statSync(resolve(root, name), { throwIfNoEntry: false });
    if (found === undefined) return;
    if (found.isDirectory()) for (const entry of readdirSync(resolve(root, name)).sort()) visit(`${name}/${entry}`);
    else hash.update(`${name} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const name of sources) visit(name);
  return hash.digest('hex');
}

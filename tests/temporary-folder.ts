import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

/** A folder of a test's own. Passable by all: for root the data would else lie under the system's state and stay there. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(resolve(tmpdir(), `sluitend-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

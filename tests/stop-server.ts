import { resolve } from 'node:path';
import { environment } from '../src/platform/env.ts';
import { startServer } from '../src/platform/postgres/launcher.ts';
import { projectRoot } from '../src/platform/root.ts';

/** The built-in server of the tests outlives each file; it stops when the run is over and nobody else uses it. */
export async function setup(): Promise<() => Promise<void>> {
  if (environment().SLUITEND_TEST_SERVER !== undefined) return async () => undefined;
  const server = await startServer(resolve(projectRoot, '.data', 'test'));
  return () => server.leave();
}

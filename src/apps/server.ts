import { readConfig } from '../platform/config.ts';
import { makeServer } from '../platform/http/server.ts';
import { dateOf } from '../time/zone.ts';
import { actions } from './actions.ts';
import { sessionEntrance } from './session.ts';
import { onStop } from './stop.ts';
import { makeSurroundings } from './surroundings.ts';
import { startJobs } from './worker.ts';

/** No other way to sign in exists: such a server would refuse everybody. */
const noSignIn =
  `Nobody could sign in. The product knows one way so far: choose a person from a list, without a password. Allow it
with SLUITEND_LOCAL_SIGN_IN=1; the server then listens on 127.0.0.1 only.`.replaceAll('\n', ' ');

/** Sign-in without passwords must never be reachable from elsewhere. */
const host = '127.0.0.1';

/** Starts the server, with the scheduled work beside it, and prints its address; stops in order on SIGINT and SIGTERM. */
export async function serve(overrides: { readonly dataFolder?: string } = {}): Promise<void> {
  const config = readConfig(overrides);
  if (!config.localSignIn) throw new Error(noSignIn);
  const surroundings = makeSurroundings(config);
  await surroundings.database();
  const server = await makeServer({ surroundings, actions, ...sessionEntrance(surroundings) });
  const address = await server.listen({ port: config.port, host }).catch(async (fault: unknown) => {
    // A port that is taken: an open database would keep the process waiting.
    await surroundings.close();
    throw fault;
  });
  const folder = surroundings.folder();
  process.stdout.write(`Sluitend: ${address}\n`);
  if (folder !== null) process.stdout.write(`Gegevens / data: ${folder}\n`);
  if (config.practiceDate !== null) process.stdout.write(`Vandaag / today: ${dateOf(surroundings.clock.now())}\n`);
  const worker = startJobs(surroundings);
  onStop(async () => {
    await Promise.all([server.close(), worker.stop()]);
    await surroundings.close();
  });
}

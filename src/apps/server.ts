import { dateOf } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { makeServer } from '../platform/http/server.ts';
import { log } from '../platform/log.ts';
import { actions } from './actions.ts';
import { sessionEntrance } from './session.ts';
import { makeSurroundings } from './surroundings.ts';

/** Starts the server and prints its address; stops gracefully on SIGINT and SIGTERM. */
export async function serve(overrides: { readonly dataFolder?: string } = {}): Promise<void> {
  const config = readConfig(overrides);
  const surroundings = makeSurroundings(config);
  await surroundings.database();
  const server = await makeServer({ surroundings, actions, ...sessionEntrance(surroundings) });
  const address = await server.listen({ port: config.port, host: config.host });
  const folder = surroundings.folder();
  process.stdout.write(`Sluitend: ${address}\n`);
  if (folder !== null) process.stdout.write(`Gegevens / data: ${folder}\n`);
  if (config.practiceDate !== null) process.stdout.write(`Vandaag / today: ${dateOf(surroundings.clock.now())}\n`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await surroundings.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().catch((fault: unknown) => {
        log.error({ err: fault }, 'stop failed');
        process.exitCode = 1;
      });
    });
  }
}

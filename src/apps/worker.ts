import type { Surroundings } from '../platform/actions.ts';
import { makeClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { startWorker, type Worker } from '../platform/jobs/worker.ts';
import { jobs } from './jobs.ts';
import { onStop } from './stop.ts';
import { makeSurroundings } from './surroundings.ts';

/** The product's scheduled work, in this process. */
export function startJobs(surroundings: Surroundings): Worker {
  return startWorker({ surroundings, jobs, clock: makeClock(null) });
}

/** Only does the scheduled work, beside servers on the same database, until SIGINT or SIGTERM. */
export async function work(overrides: { readonly dataFolder?: string } = {}): Promise<void> {
  const surroundings = makeSurroundings(readConfig(overrides));
  await surroundings.database();
  const worker = startJobs(surroundings);
  process.stdout.write('Sluitend: gepland werk / scheduled work\n');
  const folder = surroundings.folder();
  if (folder !== null) process.stdout.write(`Gegevens / data: ${folder}\n`);
  onStop(async () => {
    await worker.stop();
    await surroundings.close();
  });
}

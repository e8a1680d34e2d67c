import { setTimeout as sleep } from 'node:timers/promises';
import { prepareAction, type Surroundings } from '../actions.ts';
import type { Clock } from '../clock.ts';
import { transaction } from '../db/database.ts';
import { log } from '../log.ts';
import type { Job } from './job.ts';
import { finishRun, openRun, postponeRun, takeRun } from './job-run.store.ts';
import { latestDue } from './schedule.ts';

export interface Workplace {
  readonly surroundings: Surroundings;
  readonly jobs: readonly Job[];
  /** Real time: schedules do not follow a practice date. */
  readonly clock: Clock;
}

export interface Worker {
  /** Takes up nothing new and waits for the runs at hand. */
  stop(): Promise<void>;
}

/** How often a job is looked at: a run starts at most this late, and one that was broken off is taken up this soon. */
const pauseMs = 30_000;

/** Does the scheduled work of the product, beside any number of other workers on the same database. */
export function startWorker(workplace: Workplace): Worker {
  const stopping = new AbortController();
  // A job that takes long holds up no other.
  const rounds = workplace.jobs.map((job) => keepDoing(workplace, job, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(rounds);
    },
  };
}

async function keepDoing(workplace: Workplace, job: Job, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await runDue(workplace, job);
    } catch (fault) {
      log.error({ err: fault, job: job.action.contract.name }, 'scheduled work cannot be looked at');
    }
    await sleep(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/**
 * Does the run that was due last, unless it is finished, must wait after a failure, or is being done elsewhere. Earlier
 * runs that never succeeded are not made up for: the latest does their work.
 */
export async function runDue({ surroundings, clock }: Workplace, { action, ...job }: Job): Promise<void> {
  const name = action.contract.name;
  const dueAt = latestDue(job.schedule, clock.now());
  const call = { actor: job.actor, language: 'nl', fromMachine: true } as const;
  const { options, perform } = prepareAction(surroundings, action, { call, input: job.input });
  const database = () => surroundings.database();
  await transaction(database, {}, (tx) => tx.as('app').run(openRun(name, dueAt)));
  const started = performance.now();
  try {
    const isDone = await transaction(database, options, async (tx) => {
      const taken = await tx.as('app').maybe(takeRun(name, dueAt, clock.now()));
      if (taken === null) return false;
      await perform(tx);
      await tx.as('app').run(finishRun(name, dueAt, clock.now()));
      return true;
    });
    if (isDone) log.info({ job: name, dueAt, ms: Math.round(performance.now() - started) }, 'scheduled work done');
  } catch (fault) {
    const postponed = await transaction(database, {}, (tx) =>
      tx.as('app').maybe(postponeRun(name, dueAt, clock.now())),
    ).catch(() => null); // The database is out of reach: the first fault says so, and the next look tries again.
    const again = postponed === null ? {} : { failures: postponed.failures, nextAt: postponed.next_at };
    log.error({ err: fault, job: name, dueAt, ...again }, 'scheduled work failed');
  }
}

import { log } from '../platform/log.ts';

/** Stops the process in order on SIGINT and SIGTERM; a second signal changes nothing. */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().catch((fault: unknown) => {
        log.error({ err: fault }, 'stop failed');
        process.exitCode = 1;
      });
    });
  }
}

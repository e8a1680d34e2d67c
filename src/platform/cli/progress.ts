import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../actions.ts';

/** A bar on the terminal while long work runs; nothing where the output is no terminal. */
export function showProgress(): { step(progress: Progress): void; end(): void } {
  if (process.stderr.isTTY !== true) return { step: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    { format: ' {bar} {label} {value}/{total}', clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let running = false;
  return {
    step: ({ label, done, total }) => {
      if (!running) bar.start(total ?? Math.max(done, 1), done, { label });
      running = true;
      bar.setTotal(total ?? Math.max(done, 1));
      bar.update(done, { label });
    },
    end: () => {
      if (running) bar.stop();
    },
  };
}

import { pino } from 'pino';
import { readLogLevel } from './config.ts';

/** Logs carry names of actions, codes and durations; never inputs, parameters of statements or personal data. */
export const log = pino(
  {
    level: readLogLevel(),
    base: null,
    redact: { paths: ['*.bsn', '*.input', '*.values', 'req.headers', 'req.body'], remove: true },
    serializers: { err: (fault: unknown) => describeFault(fault) },
  },
  pino.destination(2),
);

/** A fault without what it may carry of the data: PostgreSQL puts key values into `detail`. */
function describeFault(fault: unknown): { type: string; code?: string; message: string; stack?: string } {
  if (!(fault instanceof Error)) return { type: 'unknown', message: 'not an error' };
  const code = (fault as { code?: unknown }).code;
  return {
    type: fault.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: fault.message.replaceAll(/"[^"]*"|'[^']*'/g, '…').slice(0, 300),
    // Only places: a message of several lines stands in the stack too.
    ...(fault.stack === undefined ? {} : { stack: placesOf(fault.stack) }),
  };
}

function placesOf(stack: string): string {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return places.slice(0, 7).join('\n');
}

import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runningProcess } from './running.ts';

const leaveLock = 7_582_305;
const leaving = 'sluitend leaves';

/**
 * Stops the server when nobody else is connected, and waits until it is gone: who comes next starts it anew. Those who
 * leave together look one after the other and count only who stays: the last of them finds nobody.
 */
export async function stopWhenAlone(data: string, connection: pg.ClientConfig): Promise<void> {
  const pid = runningProcess(data);
  if (pid === null) return;
  const client = new pg.Client({ ...connection, application_name: leaving });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [leaveLock]);
    const others = await client.query(
      `select from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1 limit 1`,
      [leaving],
    );
    if (others.rowCount !== 0) return;
    process.kill(pid, 'SIGINT');
  } catch (fault) {
    // Somebody who left together with us has stopped it.
    if (!isLostConnection(fault)) throw fault;
  } finally {
    await client.end().catch(() => undefined);
  }
  for (let turn = 0; turn < 300 && runningProcess(data) === pid; turn += 1) await sleep(20);
}

const lostCodes = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03'];
/** What the driver says of a connection that ended, without a code. */
const lostMessage = /^(Connection terminated|Client has encountered a connection error)/;

/** Refused, gone, or told that the server is stopping. */
export function isLostConnection(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  return lostCodes.includes(String((fault as { code?: unknown }).code)) || lostMessage.test(fault.message);
}

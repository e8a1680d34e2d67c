import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from '../db/database.ts';

/** A transaction that takes a lock and keeps it until it is let go: what comes next must wait. */
export async function hold(
  database: Database,
  take: (tx: Transaction) => Promise<unknown>,
): Promise<() => Promise<void>> {
  let letGo = () => {};
  const freed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let ended: Promise<void> = freed;
  await new Promise<void>((nowHeld, failed) => {
    ended = database.transaction({}, async (tx) => {
      await take(tx);
      nowHeld();
      await freed;
    });
    ended.catch(failed);
  });
  return () => {
    letGo();
    return ended;
  };
}

/** Waits until so many transactions of a database wait for a lock. */
export async function untilWaiting(database: Database, count: number): Promise<void> {
  const countWaiting = async (tx: Transaction) => {
    const client = await tx.raw('owner');
    const found = await client.query<{ n: number }>(
      `select count(*) as n from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a using (pid)
       where not l.granted and a.datname = current_database()`,
    );
    return found.rows[0]?.n ?? 0;
  };
  while ((await database.transaction({}, countWaiting)) < count) await sleep(20);
}

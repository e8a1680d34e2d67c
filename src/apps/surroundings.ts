import sql from 'sql-template-tag';
import type { Surroundings } from '../platform/actions.ts';
import { makeClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/db/database.ts';
import { statement } from '../platform/db/statement.ts';
import { type OpenDatabase, openDatabase } from '../platform/postgres/open.ts';
import { dateOf } from '../time/zone.ts';

/** Surroundings of a process, and how to leave them. */
export interface OpenSurroundings extends Surroundings {
  /** Where the data lie, once the database is open; null before that and on a server of the organisation. */
  folder(): string | null;
  close(): Promise<void>;
}

/** The database opens with the first action that needs it. */
export function makeSurroundings(config: Config): OpenSurroundings {
  let opening: Promise<OpenDatabase> | null = null;
  let opened: OpenDatabase | null = null;
  const open = async (): Promise<OpenDatabase> => {
    const made = await openDatabase(config);
    try {
      await refuseEarlierDate(made.database, config.practiceDate);
    } catch (fault) {
      // Left open it would keep the process waiting.
      await made.close();
      throw fault;
    }
    opened = made;
    return made;
  };
  return {
    config,
    clock: makeClock(config.practiceDate),
    database: async () => {
      opening ??= open();
      return (await opening).database;
    },
    folder: () => opened?.folder ?? null,
    close: async () => {
      // One that did not open has left already.
      await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
}

const lastKnowledge = statement(
  'platform.lastKnowledge',
  { last: 'timestamptz?' },
  () => sql`
  select max(entered_at) as last from platform.entry`,
);

/** Knowledge only grows: a practice date before the register's last knowledge would write into the past. */
async function refuseEarlierDate(database: Database, practiceDate: string | null): Promise<void> {
  if (practiceDate === null) return;
  const { last } = await database.transaction({}, (tx) => tx.as('app').one(lastKnowledge()));
  if (last !== null && practiceDate < dateOf(last)) {
    throw new Error(`SLUITEND_TODAY=${practiceDate} lies before ${dateOf(last)}, the day of the register's last facts`);
  }
}

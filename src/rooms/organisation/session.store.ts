import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** The database keeps only a hash: who reads it cannot sign in with it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export const saveSession = statement(
  'organisation.saveSession',
  {},
  (tokenHash: Buffer, personId: string, hours: number) => sql`
    insert into organisation.session (token_hash, person_id, expires_at)
    values (${tokenHash}, ${personId}, now() + make_interval(hours => ${hours}::int))`,
);

export const findSession = statement(
  'organisation.findSession',
  { person_id: 'text' },
  (tokenHash: Buffer) => sql`
    select person_id from organisation.session where token_hash = ${tokenHash} and expires_at > now()`,
);

/** Ends one session, given by its hash in hexadecimal: whoever is signed in elsewhere as the same person stays. */
export const endSession = statement(
  'organisation.endSession',
  {},
  (session: string) => sql`delete from organisation.session where token_hash = decode(${session}, 'hex')`,
);

/** Ends all sessions of a person. */
export const endSessions = statement(
  'organisation.endSessions',
  {},
  (personId: string) => sql`delete from organisation.session where person_id = ${personId}`,
);

export const eraseEnded = statement(
  'organisation.eraseEnded',
  {},
  (days: number) =>
    sql`delete from organisation.session where expires_at < now() - make_interval(days => ${days}::int)`,
);

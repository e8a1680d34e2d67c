import pg from 'pg';
import { roleNamesFor } from './migrate.ts';

/**
 * Statements that an administrator (or the launcher of the built-in database) runs once: the three roles and a login
 * that owns nothing and inherits nothing, so that a transaction without `set role` has no rights.
 */
export function rolesSql(databaseName: string, loginName: string): string {
  const { owner, app, figures } = roleNamesFor(databaseName);
  const [o, a, f, l] = [owner, app, figures, loginName].map((name) => pg.escapeIdentifier(name));
  const make = (name: string, how: string) =>
    `do $$ begin create role ${pg.escapeIdentifier(name)} ${how}; exception when duplicate_object or unique_violation then null; end $$;`;
  return [
    make(owner, 'nologin'),
    make(app, 'nologin'),
    make(figures, 'nologin'),
    make(loginName, 'login noinherit'),
    `grant ${o}, ${a}, ${f} to ${l};`,
    `grant connect, create, temporary on database ${pg.escapeIdentifier(databaseName)} to ${o};`,
    `grant connect on database ${pg.escapeIdentifier(databaseName)} to ${l};`,
  ].join('\n');
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '../root.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

/** All migrations in order. A file that none would run, or two of one number, is a fault: it must not be left out unseen. */
export function readMigrations(folder = resolve(projectRoot, 'db', 'migrations')): readonly Migration[] {
  const names = readdirSync(folder).sort();
  const odd = names.filter((name) => !/^\d{4}_[a-z0-9-]+\.sql$/.test(name));
  if (odd.length > 0) throw new Error(`no migration, by its name (NNNN_name.sql): ${odd.join(', ')}`);
  const twice = names.filter((name, i) => i > 0 && names[i - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice.length > 0) throw new Error(`another migration has the number of ${twice.join(', ')}`);
  return names.map((name) => ({
    number: Number(name.slice(0, 4)),
    name,
    // A checkout may have other line ends.
    text: readFileSync(resolve(folder, name), 'utf8').replaceAll('\r\n', '\n'),
  }));
}

/** What a migration was when it was applied. */
export function digestOf({ name, text }: Migration): string {
  return createHash('sha256').update(`${name}\n${text}`).digest('hex');
}

/** A hash of all migrations: names the template of the tests. */
export function migrationsHash(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(migrations.map((m) => `${m.name}\n${m.text}`).join('\n'))
    .digest('hex')
    .slice(0, 12);
}

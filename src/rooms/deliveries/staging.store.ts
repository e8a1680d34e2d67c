import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Seal } from '../../platform/secrets/seal.ts';
import { type ColumnDeclaration, type FileDeclaration, type RunSql, targetsOf } from './file-declaration.ts';
import { readBatches, type SurveyedFile } from './folder.source.ts';
import type { Manifest } from './manifest.ts';
import { type CheckedRow, makeRowCheck, stagedTargets } from './row-check.ts';

const sqlTypes = {
  id: 'text collate "C"',
  text: 'text',
  pattern: 'text',
  enum: 'text',
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  whole: 'bigint',
  decimal: 'numeric',
  bsn: 'bytea',
} as const satisfies Record<ColumnDeclaration['type']['kind'], string>;

/** What the reading of a file found beside its rows. */
export interface StagedFile {
  readonly rows: number;
  /** Rows with a valid start and a valid or no end, and those of them that end on the day they start. */
  readonly spells: number;
  readonly emptySpells: number;
}

/**
 * `staged`: the file's records in order (n); refusing and faults by the row's own rules; key as written.
 * `found`: what the set rules add.
 */
export async function createStaging(run: RunSql, file: FileDeclaration): Promise<void> {
  const columns = file.columns.flatMap((column) =>
    targetsOf(column).map((target) => `${target} ${sqlTypes[column.type.kind]}`),
  );
  await run(sql`
    create temporary table staged (n int, line int, refusing boolean, faults jsonb, row_key text collate "C", content uuid,
      ${raw(columns.join(', '))}) on commit drop`);
  await run(sql`
    create temporary table found (n int, level text, code text, column_name text, value text) on commit drop`);
}

export async function dropStaging(run: RunSql): Promise<void> {
  await run(sql`drop table if exists pg_temp.staged, pg_temp.found, pg_temp.prior, pg_temp.leaving, pg_temp.arriving`);
}

export interface StageOptions {
  readonly manifest: Manifest;
  readonly seal: Seal;
  readonly onBytes: (bytes: number) => void;
}

/** Reads a file, judges each row by itself and copies all into `staged`; holds no more than a piece at a time. */
export async function stageFile(client: pg.PoolClient, file: SurveyedFile, options: StageOptions): Promise<StagedFile> {
  const { manifest, seal, onBytes } = options;
  const checkRow = makeRowCheck(file.declaration, {
    header: file.header,
    endDates: manifest.endDates,
    hashBsn: (bsn) => seal.hash(bsn).toString('hex'),
    sealBsn: (bsn) => [`\\x${seal.seal(bsn).toString('hex')}`, `\\x${seal.hash(bsn).toString('hex')}`],
  });
  let rows = 0;
  let spells = 0;
  let emptySpells = 0;
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const batch of readBatches(file, manifest.encoding, onBytes)) {
      let text = '';
      for (const record of batch) {
        const row = checkRow(record.fields, record.broken);
        rows += 1;
        if (row.spell !== null) spells += 1;
        if (row.spell === 'empty') emptySpells += 1;
        text += copyLine(rows, record.line, row);
      }
      yield Buffer.from(text, 'utf8');
    }
  }
  const targets = stagedTargets(file.declaration).join(', ');
  const into = client.query(
    copyFrom(`copy pg_temp.staged (n, line, refusing, faults, row_key, content, ${targets}) from stdin`),
  );
  await pipeline(Readable.from(lines()), into);
  return { rows, spells, emptySpells };
}

function copyLine(n: number, line: number, row: CheckedRow): string {
  const faults = row.faults.length === 0 ? '\\N' : escape(JSON.stringify(row.faults));
  const key = row.key === null ? '\\N' : escape(row.key);
  const content = row.content === null ? '\\N' : contentHash(row.content);
  let text = `${n}\t${line}\t${row.refusing ? 't' : 'f'}\t${faults}\t${key}\t${content}`;
  for (const cell of row.cells) text += cell === null ? '\t\\N' : `\t${escape(cell)}`;
  return `${text}\n`;
}

/** 128 bits of SHA-256. */
function contentHash(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex').slice(0, 32);
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escape(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char) : text;
}

/** A staged row that nothing refuses; `alias` is that of `pg_temp.staged`. */
export function isSound(alias: string): Sql {
  const a = raw(alias);
  return sql`not ${a}.refusing
    and not exists (select from pg_temp.found f where f.n = ${a}.n and f.level = 'refused')`;
}

/** `a.key = b.key` over the key of a file. */
export function sameKey(file: FileDeclaration, a: string, b: string): Sql {
  return raw(
    keyTargets(file)
      .map((target) => `${a}.${target} = ${b}.${target}`)
      .join(' and '),
  );
}

export function keyTargets(file: FileDeclaration): readonly string[] {
  return file.columns.filter((column) => file.key.includes(column.name)).flatMap(targetsOf);
}

/** Names declared in a file's columns, for use in SQL. */
export function names(list: readonly string[], alias?: string): Sql {
  return raw(list.map((name) => (alias === undefined ? name : `${alias}.${name}`)).join(', '));
}

import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { readConfig } from '../config.ts';
import { makeOwnFolder, placeFor } from './folders.ts';
import { runningProcess } from './launcher.ts';
import { openDatabase } from './open.ts';

// A folder that is there already, as `--data` of one that an administrator made.
const place = temporaryFolder('launcher');
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('who comes while another leaves works on; the last to leave stops the server', async () => {
  const config = { ...readConfig({ dataFolder: place }), databaseUrl: null };
  let before = await openDatabase(config);
  expect(before.folder).toBe(place);
  const data = resolve(place, 'pg');
  for (let round = 0; round < 3; round += 1) {
    const [next] = await Promise.all([openDatabase(config), before.close()]);
    const found = await next.database.pool.query<{ one: number }>('select 1 as one');
    expect(found.rows[0]?.one).toBe(1);
    before = next;
  }
  expect(runningProcess(data)).not.toBeNull();
  await before.close();
  expect(runningProcess(data)).toBeNull();
});

test('a server whose socket was removed is started anew', async () => {
  const config = { ...readConfig({ dataFolder: place }), databaseUrl: null };
  const left = await openDatabase(config);
  const pid = runningProcess(resolve(place, 'pg'));
  rmSync(resolve(place, 'socket', '.s.PGSQL.5432'));
  const opened = await openDatabase(config);
  expect(runningProcess(resolve(place, 'pg'))).not.toBe(pid);
  await left.database.close();
  await opened.close();
});

test('as root the data lie elsewhere only when other accounts cannot reach the wanted folder', () => {
  expect(placeFor(place)).toBe(place);
  const closed = resolve(place, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  expect(placeFor(closed)).toMatch(process.getuid?.() === 0 ? /^\/var\/lib\/sluitend\/[0-9a-f]{12}$/ : closed);
});

test('a folder for the socket that somebody else made or may write is refused', () => {
  const own = resolve(place, 'own');
  makeOwnFolder(own);
  makeOwnFolder(own);
  symlinkSync(own, resolve(place, 'link'));
  expect(() => makeOwnFolder(resolve(place, 'link'))).toThrow('belongs to somebody else');
  chmodSync(own, 0o777);
  expect(() => makeOwnFolder(own)).toThrow('belongs to somebody else');
});

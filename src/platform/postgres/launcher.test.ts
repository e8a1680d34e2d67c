import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { readConfig } from '../config.ts';
import { makeOwnFolder, placeFor, realPlace, serverAccount } from './folders.ts';
import { startServer } from './launcher.ts';
import { openDatabase } from './open.ts';
import { runningProcess } from './running.ts';

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

test('of several that leave at once the last stops the server', async () => {
  for (let round = 0; round < 4; round += 1) {
    const together = await Promise.all([1, 2, 3].map(() => startServer(place)));
    await Promise.all(together.map((server) => server.leave()));
    expect(runningProcess(resolve(place, 'pg'))).toBeNull();
  }
});

test('a folder behind a symbolic link is the folder: one server under both names, and it is stopped', async () => {
  const link = `${place}-link`;
  symlinkSync(place, link);
  const config = { ...readConfig({ dataFolder: link }), databaseUrl: null };
  const opened = await openDatabase(config);
  expect(opened.folder).toBe(place);
  const pid = runningProcess(resolve(place, 'pg'));
  expect(pid).not.toBeNull();
  const other = await openDatabase({ ...config, dataFolder: place });
  expect(runningProcess(resolve(place, 'pg'))).toBe(pid);
  await other.close();
  await opened.close();
  rmSync(link);
  expect(existsSync(resolve(place, 'pg', 'postmaster.pid'))).toBe(false);
});

test('a folder that is still to be made has its real path too', () => {
  const link = `${place}-deep`;
  symlinkSync(place, link);
  expect(realPlace(resolve(link, 'to', 'make'))).toBe(resolve(place, 'to', 'make'));
  rmSync(link);
});

test('a lock file that a crash left does not stop a start, also when its number was given to another process', async () => {
  await (await startServer(place)).leave();
  const stranger = spawn('sleep', ['60'], { cwd: '/', stdio: 'ignore', ...serverAccount() });
  try {
    const lines = [stranger.pid, resolve(place, 'pg'), 1, 5432, resolve(place, 'socket'), '', '  5432001   987654', ''];
    writeFileSync(resolve(place, 'pg', 'postmaster.pid'), lines.join('\n'), { mode: 0o644 });
    const server = await startServer(place);
    await server.leave();
    expect(runningProcess(resolve(place, 'pg'))).toBeNull();
  } finally {
    stranger.kill();
  }
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

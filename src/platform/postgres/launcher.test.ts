import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { runningProcess } from './launcher.ts';
import { openDatabase } from './open.ts';

const place = mkdtempSync(resolve(tmpdir(), 'sluitend-launcher-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('who comes while another leaves works on; the last to leave stops the server', async () => {
  const config = { ...readConfig({ dataFolder: place }), databaseUrl: null };
  let before = await openDatabase(config);
  // As root the data lie elsewhere when other accounts cannot reach the wanted folder.
  const data = resolve(before.folder ?? place, 'pg');
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
  const folder = left.folder ?? place;
  const pid = runningProcess(resolve(folder, 'pg'));
  rmSync(resolve(folder, 'socket', '.s.PGSQL.5432'));
  const opened = await openDatabase(config);
  expect(runningProcess(resolve(folder, 'pg'))).not.toBe(pid);
  await left.database.close();
  await opened.close();
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runCommandLine } from '../../../platform/cli/program.ts';
import { readConfig } from '../../../platform/config.ts';
import { projectRoot } from '../../../platform/root.ts';
import { effectActions } from '../effect.actions.ts';

/** The people that ship with the product. */
export const trial = join(projectRoot, 'src/rooms/effect/data/trial.csv');

/** No database: an action that asks for one fails. */
export const surroundings = {
  config: readConfig(),
  clock: { now: () => '2019-08-31T10:00:00Z' },
  database: () => Promise.reject(new Error('no database')),
};

/** Runs `sluitend stats ...` as the command line does. */
export async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const exit = await runCommandLine(
    {
      actions: effectActions,
      surroundings: () => surroundings,
      print: (text) => {
        out += text;
      },
      complain: (text) => {
        err += text;
      },
    },
    ['stats', ...args],
  );
  return { exit, out, err };
}

/** Runs one line of words, for its JSON. */
export async function json(line: string): Promise<Record<string, unknown>> {
  return JSON.parse((await run(...line.split(' '), '--json')).out);
}

/** A folder of this test file, and a way to write in it. */
export function testFolder(): { folder: string; file(content: string | Uint8Array, name?: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'effect-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (content: string | Uint8Array, name = 'table.csv') => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { folder, file };
}

import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle } from '../../scripts/build.mjs';
import { actions } from '../../src/apps/actions.ts';
import { runCommandLine } from '../../src/platform/cli/program.ts';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { clients, makeRegister, organisation, type TestRegister } from '../register/register.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The command line as its user meets it: words, exit codes, JSON. */

let register: TestRegister;
const place = temporaryFolder('command-line');

beforeAll(async () => {
  register = await makeRegister('2019-09-10T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  await ensureBundle();
});
afterAll(async () => {
  await register.close();
  rmSync(place, { recursive: true });
});

async function run(...args: string[]) {
  const pieces: Buffer[] = [];
  let said = '';
  const code = await runCommandLine(
    {
      actions,
      surroundings: () => register,
      print: (piece) => {
        pieces.push(Buffer.from(piece));
      },
      complain: (text) => {
        said += text;
      },
    },
    args,
  );
  const bytes = Buffer.concat(pieces);
  return { code, out: bytes.toString(), bytes, said };
}

/** The program itself, on a data folder that is not there yet. */
function start(args: readonly string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, [resolve(projectRoot, 'bin', 'sluitend'), ...args], {
    env: {
      ...environment(),
      SLUITEND_DATA: resolve(place, 'data'),
      SLUITEND_DEMO: '',
      SLUITEND_LOCAL_SIGN_IN: '',
      DATABASE_URL: undefined,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, said })));
}

test('help names every command, says what it is for, and starts nothing', async () => {
  const [all, serve, roles] = await Promise.all([
    start(['--help']),
    start(['serve', '--help']),
    start(['roles', '--database=uitvoering', '--login', 'sluitend_web']),
  ]);
  for (const { code, said } of [all, serve, roles]) expect({ code, said }).toEqual({ code: 0, said: '' });
  // Every command has words beside it.
  const names = [...all.out.matchAll(/^ {2}([a-z]+)(?: \[options\])?(?: <\w+>)?( {2,}\S|$)/gm)];
  expect(names.filter(([, , words]) => words === '')).toEqual([]);
  expect(names.map(([, name]) => name)).toEqual(
    expect.arrayContaining(['serve', 'work', 'roles', 'import', 'demo', 'coverage', 'organisation']),
  );
  expect(serve.out).toMatch(/Usage: sluitend serve[^]*--data <folder>/);
  expect(roles.out).toContain('uitvoering_owner');
  expect(roles.out).toContain('sluitend_web');
  expect(existsSync(resolve(place, 'data'))).toBe(false);
});

test('a flag that a command does not know is refused before anything starts', async () => {
  const { code, said } = await start(['serve', '--dta', 'x']);
  expect(code).toBe(2);
  expect(said).toContain("unknown option '--dta'");
  expect(existsSync(resolve(place, 'data'))).toBe(false);
});

test('a server at which nobody could sign in does not start, and says what allows it', async () => {
  const { code, said } = await start(['serve']);
  expect(code).toBe(1);
  expect(said).toContain('SLUITEND_LOCAL_SIGN_IN=1');
  expect(existsSync(resolve(place, 'data'))).toBe(false);
});

test('output is JSON with --json; a refusal has its own exit code and a sentence', async () => {
  const listed = await run('deliveries', 'list', '--json');
  expect(listed.code).toBe(0);
  expect(JSON.parse(listed.out)).toMatchObject({ deliveries: [{ source: 'test', refused: 0 }], more: false });
  const missing = await run('import', resolve(place, 'nothing'));
  expect(missing).toMatchObject({ code: 5, out: '' });
  expect(missing.said).toContain('no_delivery: Deze map is er niet');
  const asJson = await run('import', resolve(place, 'nothing'), '--json', '--language', 'en');
  expect(JSON.parse(asJson.out)).toMatchObject({ code: 'no_delivery', errors: [] });
});

test('a file is printed as it is, byte by byte, and nothing else', async () => {
  register.at = '2019-09-10T09:00:00Z';
  const offices = [{ office_id: 'O9', name: 'Café', district_id: 'nowhere' }];
  const { deliveryId } = await register.deliver({ 'offices.csv': offices });
  const { code, bytes } = await run('deliveries', 'download', String(deliveryId), 'offices.csv');
  expect(code).toBe(0);
  expect(bytes).toEqual(Buffer.from('office_id,name,district_id\r\nO9,Café,nowhere\r\n'));
});

test('faults of the input name the flag, in the language of the call', async () => {
  const dutch = await run('measures', '--at', 'nonsense');
  expect(dutch.code).toBe(2);
  expect(dutch.said).toContain('De invoer klopt niet');
  expect(dutch.said).toContain('--at: Schrijf een datum die bestaat, als 2019-09-15');
  const english = await run('measures', '--at', 'nonsense', '--language', 'en');
  expect(english.said).toContain('--at: Write a date that exists, as 2019-09-15');
});

/** Makes a room that passes every check: `npx tsx scripts/new-room.ts NAME "what it keeps" [ROOT]`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '../src/platform/root.ts';

const [name = '', keeps = '', root = projectRoot] = process.argv.slice(2);
if (!/^[a-z]+$/.test(name) || keeps === '') {
  process.stderr.write('new-room NAME "what it keeps": the name is one lower-case noun\n');
  process.exit(2);
}
const described = `describe${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const quoted = JSON.stringify(keeps);
const folder = resolve(root, 'src', 'rooms', name);
mkdirSync(folder);
const write = (file: string, text: string) => writeFileSync(resolve(folder, file), text);

write(
  'README.md',
  `# ${name}

**Terms.** What the words of this room mean.

**Decides.** ${keeps}.

**Invariants.** What always holds.

**Never.** What belongs to another room.
`,
);
write(
  'contract.ts',
  `import * as z from 'zod';
import { contract } from '../../platform/contract.ts';

export const showAbout = contract({
  name: '${name}.show-about',
  method: 'GET',
  path: '/${name}/about',
  summary: { nl: 'Wat deze kamer bijhoudt', en: 'What this room keeps' },
  input: z.object({}),
  output: z.object({ keeps: z.string() }),
  roles: ['administrator'],
  reach: 'none',
});
`,
);
write(
  'about.ts',
  `/** What this room keeps, in a sentence. */\nexport function ${described}(): string {\n  return ${quoted};\n}\n`,
);
write(
  `${name}.actions.ts`,
  `import { action } from '../../platform/actions.ts';
import { ${described} } from './about.ts';
import { showAbout as showAboutContract } from './contract.ts';

const showAbout = action(showAboutContract, () => Promise.resolve({ keeps: ${described}() }));

export const ${name}Actions = [showAbout] as const;
`,
);
write(
  `${name}.actions.test.ts`,
  `import { expect, test } from 'vitest';
import { machineActor } from '../../platform/access.ts';
import { call, makeStage, refusalOf } from '../../platform/testing/call.ts';
import { ${name}Actions } from './${name}.actions.ts';

const stage = makeStage(null, '2019-09-10T08:00:00Z');

test('says what it keeps', async () => {
  expect(await call(stage, ${name}Actions[0], {})).toEqual({ keeps: ${quoted} });
});

test('is for administrators alone', async () => {
  const adviser = { ...machineActor, role: 'adviser' };
  expect(await refusalOf(call(stage.as(adviser), ${name}Actions[0], {}))).toBe('not_allowed');
});
`,
);

const list = resolve(root, 'architecture.mjs');
const text = readFileSync(list, 'utf8');
const end = text.indexOf('];');
writeFileSync(list, `${text.slice(0, end)}  { name: '${name}', keeps: ${quoted} },\n${text.slice(end)}`);

const wiring = resolve(root, 'src', 'apps', 'actions.ts');
const wired = readFileSync(wiring, 'utf8')
  .replace(/\n\n\/\*\*/, `\nimport { ${name}Actions } from '../rooms/${name}/${name}.actions.ts';\n\n/**`)
  .replace('] as readonly Action[];', `  ...${name}Actions,\n] as readonly Action[];`);
writeFileSync(wiring, wired);

// Imports in their order, lines at their length.
spawnSync(
  process.execPath,
  [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--write',
    'src/apps/actions.ts',
    `src/rooms/${name}`,
    'architecture.mjs',
  ],
  { cwd: root },
);

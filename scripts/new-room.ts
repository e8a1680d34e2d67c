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
  `/** What this room keeps, in a sentence. */\nexport function describe${name[0]?.toUpperCase()}${name.slice(1)}(): string {\n  return '${keeps}';\n}\n`,
);
write(
  `${name}.actions.ts`,
  `import { action } from '../../platform/actions.ts';
import { describe${name[0]?.toUpperCase()}${name.slice(1)} } from './about.ts';
import { showAbout as showAboutContract } from './contract.ts';

const showAbout = action(showAboutContract, () => Promise.resolve({ keeps: describe${name[0]?.toUpperCase()}${name.slice(1)}() }));

export const ${name}Actions = [showAbout] as const;
`,
);
write(
  `${name}.actions.test.ts`,
  `import { expect, test } from 'vitest';
import { ${name}Actions } from './${name}.actions.ts';

test('says what it keeps', () => {
  expect(${name}Actions[0].contract.name).toBe('${name}.show-about');
});
`,
);

const list = resolve(root, 'architecture.mjs');
const text = readFileSync(list, 'utf8');
const end = text.indexOf('];');
writeFileSync(list, `${text.slice(0, end)}  { name: '${name}', keeps: '${keeps}' },\n${text.slice(end)}`);

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

/** Writes REFUSALS.md from the contracts. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { actions } from '../src/apps/actions.ts';
import { platformRefusals, type RefusalText } from '../src/platform/contract.ts';
import { projectRoot } from '../src/platform/root.ts';

const all = new Map<string, RefusalText>(Object.entries(platformRefusals));
for (const { contract } of actions) {
  for (const [code, text] of Object.entries(contract.refusals)) all.set(code, text);
}
const lines = [...all]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, text]) => `| \`${code}\` | ${text.http} | ${text.exit} | ${text.nl} | ${text.en} |`);
const head = [
  '# Refusals',
  '',
  'Every expected "no" of the product: its code, the HTTP status, the exit code of the command line, and what to do.',
  'Written by `npx tsx scripts/write-refusals.ts` from the contracts; a test compares them.',
  '',
  '| code | HTTP | exit | Nederlands | English |',
  '|---|---|---|---|---|',
];
writeFileSync(resolve(projectRoot, 'REFUSALS.md'), `${[...head, ...lines].join('\n')}\n`);

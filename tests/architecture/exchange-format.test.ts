import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { withTables } from '../../scripts/exchange-tables.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { noteCodes, rowCodes, wholeCodes } from '../../src/rooms/deliveries/words.ts';

const document = readFileSync(resolve(projectRoot, 'docs', 'exchange-format.md'), 'utf8');

test('docs/exchange-format.md has the files and columns that the rooms declare', () => {
  expect(withTables(document), 'run `npx tsx scripts/write-exchange-format.ts`').toBe(document);
  expect(document.match(/^### .*\.csv$/gm)).toHaveLength(13);
});

test.each([
  ['Codes of rows', rowCodes],
  ['What refuses a delivery as a whole', wholeCodes],
  ['What an import prints', noteCodes],
])('%s: exactly the codes that there are', (heading, codes) => {
  const start = document.indexOf(`## ${heading}`);
  const next = document.indexOf('\n## ', start);
  const section = document.slice(start, next === -1 ? undefined : next);
  const explained = [...section.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell]) =>
    [...(cell ?? '').matchAll(/`([a-z_]+)`/g)].map((found) => found[1]),
  );
  expect(new Set(explained)).toEqual(new Set(Object.keys(codes)));
});

import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { fingerprintOf } from '../../scripts/sources.mjs';
import { temporaryFolder } from '../temporary-folder.ts';

const root = temporaryFolder('sources');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text: string) => {
  mkdirSync(resolve(root, name, '..'), { recursive: true });
  writeFileSync(resolve(root, name), text);
};

test('a build is made anew when a source changed, came, went or was put back, and not without', () => {
  const names = ['src/apps/cli.ts', 'src/time/zone.ts', 'architecture.mjs', 'vite.config.mjs', 'package-lock.json'];
  for (const name of names) put(name, 'first');
  put('README.md', 'no source');
  const first = fingerprintOf(root);
  put('README.md', 'still no source');
  expect(fingerprintOf(root)).toBe(first);

  const seen = new Set([first]);
  const another = (change: () => void) => {
    change();
    const found = fingerprintOf(root);
    expect(seen.has(found)).toBe(false);
    seen.add(found);
  };
  for (const name of names) another(() => put(name, 'second one'));
  another(() => put('src/rooms/contacts/new.ts', ''));
  another(() => rmSync(resolve(root, 'src/time/zone.ts')));
  another(() => utimesSync(resolve(root, 'src/apps/cli.ts'), 1, 1));
});

import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of the system, or the one that npm brings (Linux): never silently skipped. */
export async function openBrowser(): Promise<Browser> {
  const own = environment().CHROMIUM ?? places.find((place) => existsSync(place));
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (own !== undefined) return chromium.launch({ executablePath: own, args: quiet });
  const { default: packed } = await import('@sparticuz/chromium');
  // Without the system's libnss the libraries for Amazon Linux 2023 that come in the package do.
  const inside = resolve(projectRoot, 'node_modules', '@sparticuz', 'chromium');
  const { inflate } = (await import(pathToFileURL(resolve(inside, 'build', 'esm', 'lambdafs.js')).href)) as {
    inflate(archive: string): Promise<string>;
  };
  await inflate(resolve(inside, 'bin', 'al2023.tar.br'));
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [resolve(tmpdir(), 'al2023', 'lib'), environment().LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...quiet],
    env,
  });
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(resolve(tmpdir(), `sluitend-${name}-`));
}

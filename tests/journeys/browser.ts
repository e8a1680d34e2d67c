import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** One browser for all journeys, to which each connects by its address. */
export async function startBrowser(): Promise<BrowserServer> {
  return chromium.launchServer(await findBrowser());
}

/** The browser of the system, or the one that npm brings (Linux): never silently skipped. */
async function findBrowser(): Promise<LaunchOptions> {
  const own = environment().CHROMIUM ?? places.find((place) => existsSync(place));
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (own !== undefined) return { executablePath: own, args: quiet };
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
  return {
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...quiet],
    env,
  };
}

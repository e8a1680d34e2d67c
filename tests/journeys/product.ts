import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle, ensureWeb } from '../../scripts/build.mjs';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { openBrowser, temporaryFolder } from './browser.ts';

interface Person {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** The product as `npm start` shows it, on a smaller demo register of its own. */
export interface Product {
  readonly address: string;
  /** A page on which the first person of a role is signed in. */
  signIn(role: string, width?: number): Promise<Page>;
  close(): Promise<void>;
}

export async function startProduct(clients: number): Promise<Product> {
  await Promise.all([ensureBundle(), ensureWeb()]);
  const data = temporaryFolder('journeys');
  const env = {
    ...environment(),
    SLUITEND_DEMO: '1',
    SLUITEND_TODAY: '2019-09-15',
    SLUITEND_LOG: 'silent',
    PORT: '0',
  } as NodeJS.ProcessEnv;
  const cli = resolve(projectRoot, 'bin', 'sluitend');
  const demo = spawnSync(process.execPath, [cli, 'demo', '--clients', String(clients), '--data', data], {
    env,
    encoding: 'utf8',
  });
  if (demo.status !== 0) throw new Error(`the demo was not made: ${demo.stderr}`);
  const server = spawn(process.execPath, [cli, 'serve', '--data', data], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(server);
  const browser = await openBrowser();
  return {
    address,
    signIn: (role, width = 1280) => signIn({ browser, address, role, width }),
    close: async () => {
      await browser.close();
      server.kill('SIGTERM');
      await new Promise((done) => server.once('exit', done));
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/[\d.:]+/.exec(said);
      if (found) done(found[0]);
    });
    server.once('exit', () => fail(new Error(`the server did not start: ${said}`)));
  });
}

async function signIn(of: { browser: Browser; address: string; role: string; width: number }): Promise<Page> {
  const context = await of.browser.newContext({ viewport: { width: of.width, height: 900 }, baseURL: of.address });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto('/');
  const list = (await (await page.request.get('/v1/sign-ins')).json()) as { people: Person[] };
  const person = list.people.find((each) => each.role === of.role);
  if (person === undefined) throw new Error(`nobody has the role ${of.role}`);
  await page.getByRole('button', { name: person.name, exact: true }).first().click();
  await page
    .getByRole('navigation')
    .first()
    .waitFor({ state: of.width < 700 ? 'attached' : 'visible' });
  await settled(page);
  return page;
}

/** The page has its heading and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

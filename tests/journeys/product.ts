import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle, ensureWeb } from '../../scripts/build.mjs';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startBrowser } from './browser.ts';

interface Person {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** Where the product and the browser are, for whoever shares them. */
export interface ProductPlace {
  readonly address: string;
  readonly browser: string;
}

/** The product as `npm start` shows it, on a smaller demo register of its own, and a browser beside it. */
export interface StartedProduct extends ProductPlace {
  stop(): Promise<void>;
}

export async function startProduct(clients: number): Promise<StartedProduct> {
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
  const end = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await new Promise((done) => server.once('exit', done));
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const address = await addressOf(server);
    const browser = await startBrowser();
    return { address, browser: browser.wsEndpoint(), stop: () => browser.close().then(end) };
  } catch (fault) {
    await end();
    throw fault;
  }
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

/** A started product as one file of journeys uses it. */
export class Product {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #signedIn = new Map<string, Promise<BrowserContext>>();

  private constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.#address = address;
  }

  static async open(place: ProductPlace): Promise<Product> {
    return new Product(await chromium.connect(place.browser), place.address);
  }

  /** A page of a browser that nobody has used, with nobody signed in. */
  async visit(): Promise<Page> {
    return newPage(await this.#newContext());
  }

  /** A page where the first person of a role is signed in, in the one browser that this person has; no address is open yet. */
  async signIn(role: string): Promise<Page> {
    const context = this.#signedIn.get(role) ?? this.#openFor(role);
    this.#signedIn.set(role, context);
    return newPage(await context);
  }

  async #openFor(role: string): Promise<BrowserContext> {
    const context = await this.#newContext();
    const { personId } = await personOf(context, role);
    const answer = await context.request.post('/v1/sessions', { data: { personId } });
    if (!answer.ok()) throw new Error(`${role} was not signed in: ${answer.status()}`);
    return context;
  }

  #newContext(): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: this.#address });
  }

  /** Leaves the product running for others. */
  close(): Promise<void> {
    return this.#browser.close();
  }
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** The first person of a role on the sign-in page. */
export async function personOf(browser: Pick<Page, 'request'>, role: string): Promise<Person> {
  const list = (await (await browser.request.get('/v1/sign-ins')).json()) as { people: Person[] };
  const person = list.people.find((each) => each.role === role);
  if (person === undefined) throw new Error(`nobody has the role ${role}`);
  return person;
}

/** Opens an address and waits until the page stands there. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** The page has its heading and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/root.ts';
import { type Role, roles } from '../../src/rooms/organisation/index.ts';
import { expectAccessible } from './accessible.ts';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

/** Who opens each address of the product, and with which ids. */
const samples: Readonly<Record<string, readonly [Role, string | ((page: Page) => Promise<string>)]>> = {
  agreements: ['administrator', '/agreements?since=2019-08-31&reported=2019-06-01&agreement=9'],
  today: ['planner', '/today'],
  clients: ['quality_officer', '/clients'],
  'clients/:clientId': ['adviser', firstClient],
  coverage: ['researcher', '/coverage'],
  'coverage/benefits': ['district_manager', '/coverage/benefits?figure=closure&part=not_enrolled'],
  norms: ['data_steward', '/norms'],
  registration: ['controller', '/registration'],
  'registration/:list': ['adviser', '/registration/to-register'],
  'registration/profiles/:part': ['quality_officer', '/registration/profiles/expired'],
  deliveries: ['controller', '/deliveries'],
  'deliveries/:deliveryId': ['data_steward', '/deliveries/1'],
  people: ['administrator', '/people'],
};

async function firstClient(page: Page): Promise<string> {
  const answer = await page.request.get('/v1/worklists/in-view?level=own');
  const { lines } = (await answer.json()) as { lines: { clientId: string }[] };
  const [line] = lines;
  if (line === undefined) throw new Error('this adviser has no client in view');
  return `/clients/${line.clientId}`;
}

test('each address of the product has its sample', async () => {
  // By its place, because the types of the browser are not those of the tests.
  const app = (await import(resolve(projectRoot, 'src', 'apps', 'web', 'routes.tsx'))) as {
    readonly routes: readonly { readonly path: string }[];
  };
  expect(Object.keys(samples).toSorted()).toEqual(app.routes.map((route) => route.path).toSorted());
});

describe.concurrent('axe finds nothing and nothing scrolls sideways at 1280 and at 320 px', () => {
  test.each(Object.entries(samples))('%s', async (_path, [role, address]) => {
    const page = await product.signIn(role);
    const faults = faultsOf(page);
    await open(page, typeof address === 'string' ? address : await address(page));
    await expectAccessible(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the page on which one signs in', async () => {
    const page = await product.visit();
    await open(page, '/');
    await expectAccessible(page);
    await page.close();
  });

  test('the sheet in which a conversation is reported', async () => {
    const page = await product.signIn('adviser');
    const faults = faultsOf(page);
    await open(page, '/today');
    await page.locator('main tbody [data-row-focus]').first().press('r');
    await page.locator('section.ui-sheet form').waitFor();
    await settled(page);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.close();
  });
});

/** As agreed: pages of each role in the order of the rail, and one that it may not open. */
const rails: Readonly<Record<Role, readonly [readonly string[], string]>> = {
  adviser: [['today', 'clients', 'registration'], 'agreements'],
  planner: [['agreements', 'today', 'clients', 'coverage', 'registration'], 'norms'],
  district_manager: [['agreements', 'clients', 'coverage', 'registration', 'norms', 'deliveries'], 'today'],
  controller: [['agreements', 'coverage', 'registration', 'norms', 'deliveries'], 'clients'],
  quality_officer: [['agreements', 'clients', 'coverage', 'registration', 'norms'], 'deliveries/1'],
  researcher: [['agreements', 'coverage', 'norms'], 'registration/late'],
  data_steward: [['registration', 'norms', 'deliveries'], 'coverage/benefits'],
  administrator: [['agreements', 'norms', 'deliveries', 'people'], 'clients/K0000001'],
};

describe.concurrent('the rail holds the pages of the role; an address of another page says so and asks nothing', () => {
  test.each(roles)('%s', async (role) => {
    const [pages, closed] = rails[role];
    const page = await product.signIn(role);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open(page, `/${closed}`);
    expect(await page.locator('h1').textContent()).toBe('Deze bladzijde hoort niet bij uw rol');
    const entries = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(entries).toEqual(pages.map((each) => `/${each}`));
    expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual(['/v1/me']);
    await page.close();
  });
});

function faultsOf(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  return faults;
}

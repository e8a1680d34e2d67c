import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

/** A loaded machine takes longer than a second. */
const patiently = { timeout: 30_000 };

/** Holds back the answers to reads whose address fits, until they are let go. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let letGo = () => undefined as void;
  const gone = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await gone;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

const keysOf = (page: Page) =>
  page
    .getByRole('table')
    .last()
    .locator('tbody tr[data-key]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));

test('nothing of one client stands in the dossier of the next, however slow the answers are', async () => {
  const page = await product.signIn('adviser');
  await open(page, '/today?list=in-view');
  const answer = await page.request.get('/v1/worklists/in-view?level=own&limit=40');
  const { lines } = (await answer.json()) as { lines: { lastContact: object | null }[] };
  const spoken = lines.findIndex((line) => line.lastContact !== null);
  await page.locator('main tbody tr[data-key]').nth(spoken).getByRole('link').first().click();
  await page.getByText(`: klant ${spoken + 1} van`).waitFor();
  await settled(page);
  const first = page.url();
  const contacts = await keysOf(page);
  expect(contacts.length).toBeGreaterThan(0);
  const letGo = await holdBack(page, /\/v1\/clients\/[^/]+\/(contacts|obligations)/);
  const dossier = page.waitForResponse(/\/v1\/clients\/[^/]+$/);
  await page.getByRole('link', { name: 'Volgende' }).click();
  await expect.poll(() => page.url(), patiently).not.toBe(first);
  const { name, benefits } = (await (await dossier).json()) as { name: string; benefits: { benefitId: string }[] };
  for (const contact of contacts) expect(await page.locator(`tr[data-key="${contact}"]`).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Gesprek vastleggen' }).count()).toBe(0);
  letGo();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'Gesprek vastleggen' }).first().click();
  const form = page.locator('section.ui-sheet form');
  await form.locator('[name="report"]').fill('Besproken wat de volgende stap is');
  const saving = page.waitForRequest((request) => request.url().endsWith('/v1/contacts/_report'));
  await form.locator('button[type="submit"]').click();
  const written = (await saving).postDataJSON() as { benefitId: string; clientId: string };
  expect(new URL(page.url()).pathname).toBe(`/clients/${written.clientId}`);
  expect(benefits.map((of) => of.benefitId)).toContain(written.benefitId);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' }).waitFor();
  await page.close();
});

test('a figure stands only under the choice it was made for', async () => {
  const page = await product.signIn('controller');
  await open(page, '/registration/late?level=nation&schemes=WW');
  const lead = page.getByText(/contacten, Nederland/);
  expect(await lead.textContent()).toContain('Nederland, WW');
  const letGo = await holdBack(page, /\/v1\/quality.*WAJONG|late.*WAJONG/);
  await page.locator('select[name="schemes"]').selectOption('WAJONG');
  await page.getByRole('button', { name: 'Toon' }).first().click();
  await expect.poll(() => page.url(), patiently).toContain('WAJONG');
  await page.locator('[aria-busy="true"]').first().waitFor();
  expect(await lead.count()).toBe(0);
  letGo();
  await page.getByText(/Nederland, Wajong/).waitFor();
  await page.close();
});

test('what a take-in did is told with its undo, also when another reading is slower than the list', async () => {
  const page = await product.signIn('district_manager');
  await open(page, '/coverage/benefits?figure=closure&part=not_enrolled');
  const rows = page.locator('main tbody tr[data-key]:has(input[type="checkbox"])');
  const before = await rows.count();
  await rows.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Opnemen in de dienstverlening' }).click();
  const letGo = await holdBack(page, /\/v1\/norms/);
  await page.getByRole('button', { name: 'Opnemen', exact: true }).click();
  await page.getByText('Resultaat per uitkering').waitFor();
  await expect.poll(() => rows.count(), patiently).toBe(before - 1);
  letGo();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' }).waitFor();
  await expect.poll(() => rows.count(), patiently).toBe(before);
  await page.close();
});

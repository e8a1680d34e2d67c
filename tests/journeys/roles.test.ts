import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Product, settled, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct(3_000);
});
afterAll(() => product.close());

test('an adviser sees whom to see and why, reports a conversation by keyboard, and the list changes', async () => {
  const page = await product.signIn('adviser');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Vandaag');
  const rows = page.locator('main tbody tr[data-key]');
  const before = await rows.count();
  expect(before).toBeGreaterThan(0);
  const first = await rows.first().getAttribute('data-key');
  await rows.first().getByRole('link').first().focus();
  await page.keyboard.press('r');
  const save = page.locator('section.ui-sheet form button[type="submit"]');
  await save.waitFor();
  await save.press('Enter');
  await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
  await settled(page);
  expect(await page.locator(`main tbody tr[data-key="${first}"]`).count()).toBe(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.locator(`main tbody tr[data-key="${first}"]`).waitFor();
});

test('a controller sees agreed against realised, and why a figure of last month changed', async () => {
  const page = await product.signIn('controller');
  await page.getByRole('heading', { name: 'Afspraken 2019' }).waitFor();
  await page.getByText('Medio 2019 op jaarbasis').waitFor();
  await settled(page);
  const changes = page.locator('#changes');
  await changes.getByRole('button', { expanded: false }).first().click();
  await changes.getByRole('table').nth(1).waitFor();
  expect(await changes.getByRole('table').nth(1).locator('tbody tr').count()).toBeGreaterThan(0);
  expect(page.url()).toContain('agreement=');
});

test('nobody opens a page of another role', async () => {
  const page = await product.signIn('researcher');
  const answer = await page.request.get('/v1/worklists?level=nation');
  expect(answer.status()).toBe(200);
  expect((await page.request.post('/v1/clients/_search', { data: { text: 'jansen' } })).status()).toBe(403);
  expect((await page.request.get('/v1/people')).status()).toBe(403);
});

test('a manager takes somebody who was left out into service, and the figure moves', async () => {
  const page = await product.signIn('district_manager');
  const list = '/coverage/benefits?figure=closure&part=not_enrolled';
  await page.goto(list);
  await settled(page);
  const rows = page.locator('main tbody tr[data-key]');
  const before = await rows.count();
  expect(before).toBeGreaterThan(0);
  await rows.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Opnemen in de dienstverlening' }).click();
  await page.getByRole('button', { name: 'Opnemen', exact: true }).click();
  await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
  await page.goto(list);
  await settled(page);
  expect(await rows.count()).toBe(before - 1);
});

test('a data steward sees what was refused and why, and downloads it in the supplier’s layout', async () => {
  const page = await product.signIn('data_steward');
  await page.goto('/deliveries');
  await settled(page);
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
  await page
    .getByRole('heading', { name: /afgewezen/i })
    .first()
    .waitFor();
  const button = page.getByRole('button', { name: /download/i }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

/** Goes by Tab to the first element that fits, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`no Tab leads to ${selector}`);
}

test('an adviser sees whom to see and why, reports a conversation by keyboard alone, and the list changes', async () => {
  const page = await product.signIn('adviser');
  await open(page, '/today');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Vandaag');
  const rows = page.locator('main tbody tr[data-key]');
  const first = await rows.first().getAttribute('data-key');
  await tabTo(page, '.ui-skip');
  await page.keyboard.press('Enter');
  await tabTo(page, 'main tbody [data-row-focus]');
  await page.keyboard.press('r');
  await page.locator('section.ui-sheet form').waitFor();
  await settled(page);
  await tabTo(page, 'section.ui-sheet form button[type="submit"]');
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: 'Ongedaan maken' });
  await undo.waitFor();
  await settled(page);
  expect(await page.locator(`main tbody tr[data-key="${first}"]`).count()).toBe(0);
  await undo.press('Enter');
  await page.locator(`main tbody tr[data-key="${first}"]`).waitFor();
  await page.close();
});

test('the keys of Today work as it opens: an arrow enters the list, Enter opens the client, R the sheet', async () => {
  const page = await product.signIn('adviser');
  const chosen = 'document.activeElement.matches("main tbody tr[aria-current] [data-row-focus]")';
  const rows = page.locator('main tbody tr[data-key]');
  const nameOf = async (row: number) => (await rows.nth(row).locator('[data-row-focus]').textContent()) ?? '';
  const list = '/today?list=in-view';
  await open(page, list);
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(chosen)).toBe(true);
  await open(page, list);
  const first = await nameOf(0);
  await page.keyboard.press('r');
  const sheet = page.locator('section.ui-sheet');
  await sheet.locator('form').waitFor();
  expect(await sheet.getByRole('link', { name: first }).count()).toBe(1);
  expect(await page.evaluate('document.activeElement.closest("section.ui-sheet form") !== null')).toBe(true);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await page.evaluate(chosen)).toBe(true);
  await open(page, list);
  const second = await nameOf(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
  await page.getByText(/: klant 2 van \d+/).waitFor();
  await page.getByRole('link', { name: 'Vorige' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  await page.getByRole('link', { name: 'Vandaag', exact: true }).last().press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
  await settled(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
  await page.close();
});

test('the letter of the keys can be switched off for who speaks to the computer; in the list itself it still works', async () => {
  const page = await product.signIn('adviser');
  await open(page, '/today');
  await page.getByRole('button', { name: 'R uitzetten' }).press('Enter');
  await page.reload();
  await settled(page);
  await page.keyboard.press('r');
  expect(await page.locator('section.ui-sheet').count()).toBe(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('r');
  await page.locator('section.ui-sheet form').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'R aanzetten' }).press('Enter');
  await page.close();
});

test('a controller sees agreed against realised, and why a figure of last month changed', async () => {
  const page = await product.signIn('controller');
  await open(page, '/');
  await page.getByRole('heading', { name: 'Afspraken 2019' }).waitFor();
  await page.getByText('Medio 2019 op jaarbasis').waitFor();
  await settled(page);
  const changes = page.locator('#changes');
  expect(await changes.getByRole('table').count()).toBe(0);
  await page.getByRole('link', { name: 'Wat is er veranderd sinds de vorige rapportage?' }).click();
  await changes.getByRole('button', { expanded: false }).first().click();
  await changes.getByRole('table').nth(1).waitFor();
  expect(await changes.getByRole('table').nth(1).locator('tbody tr').count()).toBeGreaterThan(0);
  expect(page.url()).toContain('agreement=');
  await page.close();
});

test('a manager takes somebody who was left out into service, and the figure moves', async () => {
  const page = await product.signIn('district_manager');
  const list = '/coverage/benefits?figure=closure&part=not_enrolled';
  await open(page, list);
  const rows = page.locator('main tbody tr[data-key]');
  const before = await rows.count();
  expect(before).toBeGreaterThan(0);
  await rows.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Opnemen in de dienstverlening' }).click();
  await page.getByRole('button', { name: 'Opnemen', exact: true }).click();
  await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
  await open(page, list);
  expect(await rows.count()).toBe(before - 1);
  await page.close();
});

test('a data steward sees what was refused and why, and downloads it in the supplier’s layout', async () => {
  const page = await product.signIn('data_steward');
  await open(page, '/deliveries');
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
  await page
    .getByRole('heading', { name: /afgewezen/i })
    .first()
    .waitFor();
  const button = page.getByRole('button', { name: /download/i }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await page.close();
});

test('what changed is shown page by page until every benefit has been there, against any day', async () => {
  const page = await product.signIn('controller');
  await open(page, '/agreements?since=2019-08-31&reported=2019-06-01&against=2019-09-05&agreement=9');
  const changes = page.locator('#changes');
  await changes.getByRole('columnheader', { name: 'Bekend op 5 september 2019' }).waitFor();
  const count = await changes
    .getByRole('table')
    .first()
    .locator('tbody tr:has([aria-expanded="true"]) td')
    .last()
    .textContent();
  const people = changes.getByRole('table').nth(1).locator('tbody tr[data-key]');
  const next = changes.getByRole('link', { name: 'Volgende' });
  await people.first().waitFor();
  let shown = await people.count();
  expect(await next.count()).toBe(1);
  while ((await next.count()) === 1) {
    await next.click();
    await changes.getByText(`${shown + 1} tot en met`).waitFor();
    await settled(page);
    shown += await people.count();
  }
  expect(shown).toBe(Number(count?.replace('.', '')));
  await page.setViewportSize({ width: 320, height: 900 });
  expect((await people.first().boundingBox())?.width).toBeGreaterThan(200);
  await page.close();
});

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

/** Opens a client of the own caseload who was spoken with; each journey takes another from the end of the list. */
async function openSpoken(page: Page, fromEnd: number): Promise<void> {
  const answer = await page.request.get('/v1/worklists/in-view?level=own&limit=200');
  const { lines } = (await answer.json()) as { lines: { clientId: string; lastContact: { channel: string } | null }[] };
  const spoken = lines.filter((line) => line.lastContact !== null && line.lastContact.channel !== 'group');
  await open(page, `/clients/${spoken.at(-1 - fromEnd)?.clientId}?rows=all`);
}

const contacts = (page: Page) => page.getByRole('table').last();
const saved = (page: Page, says: RegExp) => page.getByRole('status').filter({ hasText: says });

/** Opens the newest contact that was held, and the sheet of an act on it. */
async function actOnHeld(page: Page, act: string): Promise<Locator> {
  const row = contacts(page).locator('tbody tr[data-key]').filter({ hasText: 'gevoerd' }).first();
  const key = await row.getAttribute('data-key');
  await row.getByRole('button').click();
  await contacts(page).getByRole('button', { name: act, exact: true }).click();
  await page.locator('section.ui-sheet form').waitFor();
  return contacts(page).locator(`tbody tr[data-key="${key}"]`);
}

/** Saves once without a reason, which the form demands and leads to, and once with it. */
async function saveWithReason(page: Page, act: string, reason: string): Promise<void> {
  const form = page.locator('section.ui-sheet form');
  const submit = form.getByRole('button', { name: act, exact: true });
  await submit.click();
  await form.getByText('Zeg in een paar woorden waarom.').first().waitFor();
  const field = form.locator('[name="reason"]');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await field.fill(reason);
  await submit.click();
}

test('a contact is corrected with a reason; the old row stays, struck, beside the one that holds, and it can be undone', async () => {
  const page = await product.signIn('adviser');
  await openSpoken(page, 0);
  const struck = contacts(page).locator('tbody tr[data-key]:has(s)');
  const before = await struck.count();
  const row = await actOnHeld(page, 'Corrigeren');
  await page.locator('section.ui-sheet form').getByLabel('Niet bereikt').check();
  await saveWithReason(page, 'Corrigeren', 'Klant nam niet op');
  await saved(page, /gecorrigeerd\. De oude regel blijft doorgestreept staan/).waitFor();
  await settled(page);
  expect(await row.locator('s').count()).toBeGreaterThan(0);
  expect(await row.textContent()).toContain('vervallen door correctie');
  const winner = contacts(page).locator('tbody tr[data-key]').filter({ hasText: ', correctie' }).first();
  expect(await winner.textContent()).toContain('niet bereikt');
  await winner.getByRole('button').click();
  await page.getByText('Reden van de correctie: Klant nam niet op').waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await saved(page, /^Ongedaan gemaakt/).waitFor();
  await settled(page);
  expect(await row.locator('s').count()).toBeGreaterThan(0);
  const holds = contacts(page).locator('tbody tr[data-key]:not(:has(s))').filter({ hasText: 'gevoerd' });
  expect(await holds.count()).toBeGreaterThan(0);
  expect(await struck.count()).toBeGreaterThan(before);
  await page.close();
});

test('a contact is withdrawn with a reason; its row stays, struck, and the withdrawal can be undone', async () => {
  const page = await product.signIn('adviser');
  await openSpoken(page, 1);
  const held = contacts(page).locator('tbody tr[data-key]:not(:has(s))').filter({ hasText: 'gevoerd' });
  const before = await held.count();
  const row = await actOnHeld(page, 'Intrekken');
  await saveWithReason(page, 'Intrekken', 'Hoorde bij iemand anders');
  await saved(page, /ingetrokken\. De regel blijft doorgestreept staan/).waitFor();
  await settled(page);
  expect(await row.textContent()).toContain('vervallen: ingetrokken');
  await page.getByText('Reden van de intrekking: Hoorde bij iemand anders').waitFor();
  expect(await held.count()).toBe(before - 1);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await saved(page, /^Ongedaan gemaakt/).waitFor();
  await settled(page);
  expect(await held.count()).toBe(before);
  await page.close();
});

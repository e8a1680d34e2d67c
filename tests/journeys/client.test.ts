import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

/** Opens the client of a line of the own caseload; each journey takes another, so that none finds the acts of another. */
async function openClient(page: Page, line: number): Promise<void> {
  await open(page, '/today?list=in-view');
  const href = await page.locator('main tbody tr[data-key]').nth(line).getByRole('link').first().getAttribute('href');
  await open(page, href ?? '');
}

interface Saving {
  readonly fill?: (form: Locator) => Promise<void>;
  /** What the page says once it is saved. */
  readonly says: RegExp;
}

/** Fills the form that has opened, saves it, and waits until the page says that it is saved and may be undone. */
async function save(page: Page, { fill, says }: Saving): Promise<void> {
  const form = page.locator('form').last();
  await fill?.(form);
  await form.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  const saved = page.getByRole('status').filter({ hasText: says });
  await saved.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click();

test('an adviser ends the service with a reason and a date to look again, and takes the client in anew', async () => {
  const page = await product.signIn('adviser');
  await openClient(page, 1);
  await press(page, 'Dienstverlening beëindigen');
  await save(page, {
    fill: async (form) => {
      await form.locator('[name="endReason"]').selectOption('declined');
      await form.locator('[name="endReview"]').fill('1-12-2019');
    },
    says: /beëindigd: ziet af/,
  });
  expect(await page.getByText('1\u00a0december\u00a02019').count()).toBeGreaterThan(0);
  await press(page, 'Opnemen in de dienstverlening');
  await save(page, { says: /^Opgenomen/ });
});

test('an adviser records a profile and what somebody can do for work', async () => {
  const page = await product.signIn('adviser');
  await openClient(page, 2);
  await press(page, 'Profiel vastleggen');
  await save(page, {
    fill: (form) => form.locator('[name="goal"]').fill('Werk in de zorg'),
    says: /^Klantprofiel vastgelegd/,
  });
  expect(await page.getByText('Werk in de zorg').count()).toBeGreaterThan(0);
  await press(page, 'Arbeidsvermogen vastleggen');
  await save(page, {
    fill: (form) => form.getByLabel('nee', { exact: true }).check(),
    says: /^Arbeidsvermogen vastgelegd: nee/,
  });
});

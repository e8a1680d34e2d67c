import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, personOf, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

async function chooseOnPage(page: Page, role: string): Promise<void> {
  const { name } = await personOf(page, role);
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('navigation').first().waitFor();
  await settled(page);
}

const headingOf = (page: Page) => page.locator('h1').textContent();
const pathOf = (page: Page) => new URL(page.url()).pathname;

test('who signs in after somebody else starts at the own first page; nothing of the other is shown or asked', async () => {
  const page = await product.visit();
  await open(page, '/');
  await chooseOnPage(page, 'adviser');
  expect(pathOf(page)).toBe('/today');
  await page.locator('main tbody').getByRole('link').first().click();
  await expect.poll(() => pathOf(page)).toMatch(/^\/clients\/.+/);
  await settled(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor();
  expect(pathOf(page)).toBe('/');
  await chooseOnPage(page, 'researcher');
  expect(pathOf(page)).toBe('/agreements');
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(asked.filter((path) => path.startsWith('/v1/clients') || path.startsWith('/v1/worklists'))).toEqual([]);
  await page.context().close();
});

test('a session that has ended leads to sign-in with the reason, and from there back to where one was', async () => {
  const page = await product.visit();
  await open(page, '/');
  await chooseOnPage(page, 'planner');
  await page.context().clearCookies();
  await page.getByRole('navigation').getByRole('link', { name: 'Sluitendheid' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor();
  await page.getByText('Uw sessie is afgelopen.').waitFor();
  await page.getByRole('button', { name: /^Verder als/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Sluitendheid' }).waitFor();
  await settled(page);
  expect(pathOf(page)).toBe('/coverage');
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
});

test('a session that ends at work takes nothing that was typed; the same person goes on, another finds nothing', async () => {
  const page = await product.visit();
  await open(page, '/');
  await chooseOnPage(page, 'adviser');
  await page.locator('main tbody tr[data-key]').first().getByRole('button').first().click();
  const form = page.locator('section.ui-sheet form');
  const report = form.locator('[name="report"]');
  await report.fill('Een lang verslag');
  await page.context().clearCookies();
  // what is odd about a moment is asked of the server while one types
  await form.locator('[name="time"]').fill('9.15');
  const title = page.getByRole('heading', { level: 1, name: 'Aanmelden' });
  await title.waitFor();
  expect(await report.isVisible()).toBe(false);
  await page.getByRole('button', { name: /^Verder als/ }).click();
  await title.waitFor({ state: 'detached' });
  expect(await report.inputValue()).toBe('Een lang verslag');
  expect(await form.locator('[name="time"]').inputValue()).toBe('9.15');
  await page.context().clearCookies();
  await form.locator('button[type="submit"]').click();
  await title.waitFor();
  await chooseOnPage(page, 'researcher');
  expect(pathOf(page)).toBe('/agreements');
  expect(await report.count()).toBe(0);
  await page.context().close();
});

test('a page that is opened names the window and takes the focus; never by the name of a client', async () => {
  const page = await product.signIn('adviser');
  const focused = () => page.evaluate('document.activeElement?.textContent');
  await open(page, '/today');
  expect(await page.title()).toBe('Vandaag - Sluitend');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Naar de inhoud');
  await page.getByRole('navigation').getByRole('link', { name: 'Klanten' }).click();
  await expect.poll(() => page.title()).toBe('Klanten - Sluitend');
  expect(await focused()).toBe('Klanten');
  await page.goBack();
  await expect.poll(() => page.title()).toBe('Vandaag - Sluitend');
  await settled(page);
  await page.locator('main tbody').getByRole('link').first().click();
  await expect.poll(() => pathOf(page)).toMatch(/^\/clients\/.+/);
  await settled(page);
  expect(await page.title()).toBe(`Klant ${pathOf(page).split('/')[2]} - Sluitend`);
  expect(await focused()).toBe(await headingOf(page));
  await page.context().close();
});

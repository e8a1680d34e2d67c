import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

/** Addresses that somebody typed or cut short, and answers that no page can draw. */

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

test.each([
  ['controller', '/coverage?at=foo'],
  ['controller', '/coverage/benefits?at=2019-02-30&known=x'],
  ['controller', '/agreements?since=foo&reported=bar&at=2019-9-1'],
  ['quality_officer', '/registration?at=31-08-2019'],
  ['controller', '/norms?at=foo'],
  ['adviser', '/today?at=foo&known=foo'],
])('%s sees %s as of today: what is no date is left out', async (role, address) => {
  const page = await product.signIn(role);
  await open(page, address);
  expect(await page.locator('h1').textContent()).not.toBe('');
  expect(await page.locator('body').textContent()).toMatch(/Peildatum\s*15\sseptember\s2019/);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.close();
});

test('a page that cannot be drawn leaves the frame standing, and another page can be opened', async () => {
  const page = await product.signIn('controller');
  await page.route('**/v1/norms**', (route) => route.fulfill({ json: { norms: [{}] } }));
  await open(page, '/norms');
  await page.getByText('Deze bladzijde is niet te tonen').waitFor();
  await page.unroute('**/v1/norms**');
  await page.getByRole('navigation').first().getByRole('link', { name: 'Sluitendheid' }).click();
  await settled(page);
  expect(await page.locator('h1').textContent()).toBe('Sluitendheid');
  await page.close();
});

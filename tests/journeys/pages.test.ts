import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../../src/rooms/organisation/index.ts';
import { expectAccessible } from './accessible.ts';
import { type Product, settled, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct(600);
});
afterAll(() => product.close());

test.each(roles)(
  '%s: every page opens; axe finds nothing and nothing scrolls sideways at 1280 and at 320 px',
  async (role) => {
    const page = await product.signIn(role);
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    const entries = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      await page.goto(entry);
      await settled(page);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../../src/rooms/organisation/index.ts';
import { expectAccessible } from './accessible.ts';
import { type Product, settled, startProduct } from './product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct(1_000);
});
afterAll(() => product.close());

test.each(roles.flatMap((role) => [[role, 1280] as const, [role, 320] as const]))(
  '%s at %i px: every page opens, axe finds nothing, nothing scrolls sideways',
  async (role, width) => {
    const page = await product.signIn(role, width);
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    const entries = await page
      .locator('nav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) {
      await page.goto(entry);
      await settled(page);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

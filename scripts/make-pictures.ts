/** Makes the pictures of the README from the demo: `npx tsx scripts/make-pictures.ts`. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '../src/platform/root.ts';
import { open, Product, startProduct } from '../tests/journeys/product.ts';

const folder = resolve(projectRoot, 'docs');
mkdirSync(folder, { recursive: true });
const started = await startProduct(20_000);
try {
  const product = await Product.open(started);
  for (const [role, address, name] of [
    ['adviser', '/today', 'today'],
    ['controller', '/agreements', 'agreements'],
    ['district_manager', '/coverage', 'coverage'],
  ] as const) {
    const page = await product.signIn(role);
    await open(page, address);
    // the answer stands there, so do the numbers that it is made of
    await page.locator('.ui-lead').waitFor();
    await page.screenshot({ path: resolve(folder, `${name}.png`), clip: { x: 0, y: 0, width: 1280, height: 900 } });
    await page.context().close();
  }
} finally {
  await started.stop();
}

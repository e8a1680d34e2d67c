import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { projectRoot } from '../../src/platform/root.ts';

/** The small form: half the work of reading it for each page. */
const axe = readFileSync(resolve(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** At 1280 and at 320 px: no violation of WCAG 2.2 AA that axe finds, and no sideways scroll. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(`axe
      .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
      .then(({ violations }) => violations.map((each) => each.id + ': ' + each.nodes[0].html))`);
    const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect({ page: page.url(), width, found, sideways }).toEqual({ page: page.url(), width, found: [], sideways: 0 });
  }
}

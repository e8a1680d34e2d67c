import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** No violation of WCAG 2.2 AA that axe finds, and no sideways scroll. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe
    .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map((each) => each.id + ': ' + each.nodes[0].html))`);
  expect({ page: page.url(), found }).toEqual({ page: page.url(), found: [] });
  const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect({ page: page.url(), sideways }).toEqual({ page: page.url(), sideways: 0 });
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

const saved = (page: Page, says: RegExp) => page.getByRole('status').filter({ hasText: says });

/** How many the counter of the chosen worklist says. */
async function counted(page: Page): Promise<number> {
  const text = await page.locator('.ui-counters [aria-current="true"] .ui-counter-n').textContent();
  return Number(text?.replace('.', ''));
}

/** Hands the client of the page to a colleague, after a try without one. */
async function handOver(page: Page): Promise<void> {
  await page.locator('main').getByRole('button', { name: 'Overdragen' }).first().click();
  const form = page.locator('form').last();
  await form.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await form.getByText('Kies een adviseur').first().waitFor();
  const to = form.locator('[name="assignTo"]');
  const mine = (await (await page.request.get('/v1/me')).json()) as { adviserId: string };
  const others = await to
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  await to.selectOption(others.find((id) => id !== '' && id !== mine.adviserId) ?? '');
  await form.getByRole('button', { name: 'Vastleggen', exact: true }).click();
}

test('an adviser hands a client over: it leaves the own list and its counter, and comes back when undone', async () => {
  const page = await product.signIn('adviser');
  const list = '/today?list=in-view';
  await open(page, list);
  const before = await counted(page);
  const others = page.locator('main tbody tr[data-key]').filter({ hasNotText: 'Afgeschermd' });
  const link = others.last().getByRole('link').first();
  const address = (await link.getAttribute('href')) ?? '';
  await open(page, address);
  await handOver(page);
  await saved(page, /^Toegewezen aan .+ vanaf/).waitFor();
  const other = await product.signIn('adviser');
  await open(other, list);
  expect(await counted(other)).toBe(before - 1);
  expect(await other.locator(`main tbody a[href="${address}"]`).count()).toBe(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await saved(page, /^Ongedaan gemaakt/).waitFor();
  await open(other, list);
  expect(await counted(other)).toBe(before);
  await Promise.all([page.close(), other.close()]);
});

test('a planner hands several clients over at once, sees what was done for each, and takes it back', async () => {
  const page = await product.signIn('planner');
  const { unit } = (await (await page.request.get('/v1/me')).json()) as { unit: { id: string } };
  await open(page, `/coverage/benefits?figure=closure&part=in_view&level=district&unit=${unit.id}`);
  const rows = page.locator('main tbody tr[data-key]');
  for (const index of [0, 1, 2]) await rows.nth(index).getByRole('checkbox').check();
  const client = await rows.first().getByRole('link').first().getAttribute('href');
  await page.getByRole('button', { name: 'Overdragen' }).click();
  const form = page.getByRole('form', { name: 'Overdragen' });
  await form.getByRole('button', { name: 'Overdragen', exact: true }).click();
  await form.getByText('Kies aan wie wordt overgedragen.').first().waitFor();
  await form.getByLabel('Aan wie').selectOption({ index: 1 });
  const chosen = await form.locator('[name="adviser"] option').nth(1).textContent();
  const name = chosen?.split(',')[0] ?? '';
  await form.getByRole('button', { name: 'Overdragen', exact: true }).click();
  await saved(page, /^3 uitkeringen overgedragen aan/).waitFor();
  await page.getByText('Resultaat per uitkering').click();
  expect(await page.getByRole('table').first().locator('tbody tr').count()).toBe(3);
  const dossier = await product.signIn('planner');
  await open(dossier, client ?? '');
  const adviserNow = dossier.getByText(`${name}, sinds 15\u00a0september\u00a02019`);
  expect(await adviserNow.count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await saved(page, /^Ongedaan gemaakt/).waitFor();
  await dossier.reload();
  await settled(dossier);
  expect(await adviserNow.count()).toBe(0);
  await Promise.all([page.close(), dossier.close()]);
});

/** Which of the own lists has a line of somebody protected. */
async function findListOfProtected(page: Page): Promise<string> {
  for (const list of ['due', 'overdue', 'in-view', 'only-advised']) {
    const answer = await page.request.get(`/v1/worklists/${list}?level=own&limit=200`);
    const { lines } = (await answer.json()) as { lines: { protected: boolean }[] };
    if (lines.some((line) => line.protected)) return list;
  }
  throw new Error('this adviser has no protected client');
}

test('a protected client is opened by the own adviser, counted for a planner, and shown to that planner nowhere', async () => {
  const own = await product.signIn('adviser');
  const list = await findListOfProtected(own);
  await open(own, `/today?list=${list}`);
  const line = own.locator('main tbody tr[data-key]').filter({ hasText: 'Afgeschermd' }).first();
  const [clientId, name] = [await line.getAttribute('data-key'), await line.getByRole('link').first().textContent()];
  await line.getByRole('link').first().click();
  await own.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
  const { unit } = (await (await own.request.get('/v1/me')).json()) as { unit: { id: string } };
  const page = await product.signIn('planner');
  await open(page, `/today?list=${list}&level=office&unit=${unit.id}`);
  const foot = page.getByText(/^En (1 klant die|\d+ klanten die) hier niet te openen/);
  const closed = Number(/\d+/.exec((await foot.textContent()) ?? '')?.[0]);
  const rows = page.locator('main tbody tr[data-key]');
  const next = page.getByRole('link', { name: 'Volgende' });
  const keys: string[] = [];
  for (let more = true; more; ) {
    keys.push(...(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-key') ?? ''))));
    expect(await page.getByText(name ?? '').count()).toBe(0);
    more = (await next.count()) === 1;
    if (more) await Promise.all([page.waitForURL(/after=/), next.click()]);
    await settled(page);
  }
  expect(await counted(page)).toBe(keys.length + closed);
  expect(keys).not.toContain(clientId);
  await open(page, `/clients/${clientId}`);
  await page.getByText('Deze klant is hier niet te openen').waitFor();
  expect(await page.getByText(name ?? '').count()).toBe(0);
  await open(page, '/clients');
  await page
    .locator('main input')
    .first()
    .fill(clientId ?? '');
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await page.locator(`main a[href^="/clients/${clientId}"]`).count()).toBe(0);
  await Promise.all([own.close(), page.close()]);
});

test('who hands over a protected client sees the client no more, and can take that back', async () => {
  const page = await product.signIn('adviser');
  await open(page, `/today?list=${await findListOfProtected(page)}`);
  const line = page.locator('main tbody tr[data-key]').filter({ hasText: 'Afgeschermd' }).first();
  const name = (await line.getByRole('link').first().textContent()) ?? '';
  await line.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await handOver(page);
  await page.getByText('Deze klant is hier niet te openen').waitFor();
  await saved(page, /^Toegewezen aan .+ vanaf/).waitFor();
  expect(await page.getByRole('heading', { name }).count()).toBe(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await saved(page, /^Ongedaan gemaakt/).waitFor();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.close();
});

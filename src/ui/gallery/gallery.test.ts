/// <reference types="node" />
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from './gallery.browser.ts';
import { buildGallery } from './gallery.build.ts';

const PAGES = ['blocks', 'charts', 'worklist', 'sheet'] as const;
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let folder: string;
let server: Server;
let browser: Browser;
let address: string;
let tab: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluitend-gallery-'));
  await buildGallery(folder);
  server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://gallery').pathname);
    readFile(join(folder, path === '/' ? 'index.html' : path)).then(
      (body) => response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  address = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
  browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  tab = await browser.newPage();
  tab.setDefaultTimeout(10_000);
  tab.on('pageerror', (error) => faults.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** One tab for all: a new one per test costs seconds. */
async function open(page: (typeof PAGES)[number], width: number): Promise<void> {
  faults.length = 0;
  await tab.setViewportSize({ width, height: 900 });
  await tab.goto(`${address}/?page=${page}`);
  await tab.waitForSelector('h1').catch((fault) => expect(faults, String(fault)).toEqual([]));
  expect(faults).toEqual([]);
}

async function violations(): Promise<string[]> {
  await tab.addScriptTag({ path: axeSource });
  return tab.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join('; ')}`);
  });
}

describe('the gallery of components', () => {
  for (const width of [1280, 320]) {
    it.each(PAGES)(`has no violation axe can find, and never scrolls sideways: %s at ${width} px`, async (page) => {
      await open(page, width);
      const room = () => tab.evaluate(() => document.documentElement.scrollWidth);
      expect(await room()).toBeLessThanOrEqual(width);
      // everything that folds, open: table twins and definitions must fit too
      await tab.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
      });
      expect(await room()).toBeLessThanOrEqual(width);
      expect(await violations()).toEqual([]);
    });
  }

  it.each(PAGES)('never scrolls sideways at 200 % zoom of 1280 px: %s', async (page) => {
    await open(page, 640);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });

  it('speaks English', async () => {
    await open('blocks', 1280);
    await tab.getByRole('button', { name: 'English' }).click();
    await tab.getByRole('link', { name: 'Skip to content' }).waitFor({ state: 'attached' });
    await tab.getByText('15 September 2019').first().waitFor();
  });
});

describe('the work list by keyboard', () => {
  const focused = () => tab.evaluate(() => document.activeElement?.textContent ?? '');
  const current = () => tab.locator('tr[aria-current] .ui-who').textContent();

  it('moves with arrows, opens the sheet with R, closes it with Esc and returns to the row', async () => {
    await open('worklist', 1280);
    await tab.getByRole('link', { name: 'Berhane Tewelde' }).first().focus();
    await tab.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Jurmain Martis');
    expect(await current()).toBe('Jurmain Martis');
    await tab.keyboard.press('End');
    await tab.keyboard.press('ArrowDown');
    expect(await current()).toBe('Corrie Stuifzand');
    await tab.keyboard.press('r');
    await tab.getByRole('heading', { name: 'Gesprek vastleggen' }).waitFor();
    expect(await tab.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('voortgang');
    // a letter in a field is a letter, and the list stays usable beside the sheet
    await tab.getByLabel('Kort verslag').fill('');
    await tab.getByLabel('Kort verslag').pressSequentially('r');
    expect(await tab.getByLabel('Kort verslag').inputValue()).toBe('r');
    await tab.keyboard.press('Escape');
    await tab.getByRole('heading', { name: 'Gesprek vastleggen' }).waitFor({ state: 'detached' });
    expect(await focused()).toBe('Corrie Stuifzand');
    await tab.keyboard.press('Home');
    expect(await current()).toBe('Berhane Tewelde');
  });

  it('takes the saved row from the list, keeps the place, and undoes', async () => {
    await open('worklist', 1280);
    await tab.getByRole('link', { name: 'Jurmain Martis' }).focus();
    await tab.keyboard.press('r');
    await tab.getByRole('button', { name: 'Vastleggen', exact: true }).click();
    await tab.getByRole('status').filter({ hasText: 'Gesprek met Jurmain Martis vastgelegd' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Jurmain Martis' }).count()).toBe(0);
    expect(await current()).toBe('Corrie Stuifzand');
    expect(await focused()).toBe('Corrie Stuifzand');
    await tab.getByRole('button', { name: 'Ongedaan maken' }).click();
    expect(await tab.getByRole('link', { name: 'Jurmain Martis' }).count()).toBe(1);
  });

  it('shows the focus 3 px wide and 2 px away', async () => {
    await open('worklist', 1280);
    await tab.keyboard.press('Tab');
    expect(await focused()).toBe('Naar de inhoud');
    await tab.getByRole('link', { name: 'Berhane Tewelde' }).first().focus();
    await tab.keyboard.press('ArrowDown');
    const outline = await tab.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return [style.outlineWidth, style.outlineOffset, style.outlineStyle, style.outlineColor];
    });
    expect(outline).toEqual(['3px', '2px', 'solid', 'rgb(11, 85, 99)']);
  });

  it('opens the menu at 320 px and lets the sheet take the page', async () => {
    await open('sheet', 320);
    expect(await tab.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false);
    await tab.getByRole('button', { name: 'Menu' }).click();
    expect(await tab.getByRole('link', { name: 'Grafieken' }).isVisible()).toBe(true);
    expect(await tab.getByText('Jurmain Martis').isVisible()).toBe(false);
    await tab.getByRole('button', { name: 'Sluiten' }).click();
    expect(await tab.getByText('Jurmain Martis').isVisible()).toBe(true);
  });
});

describe('fields', () => {
  it('keep what was typed, read it when it can be read, and tie their message to the control', async () => {
    await open('sheet', 1280);
    const day = tab.getByLabel('Datum', { exact: true });
    await day.fill('31-2-2019');
    await tab.getByLabel('Tijd').focus();
    expect(await day.inputValue()).toBe('31-2-2019');
    await day.fill('2019-09-03');
    await tab.getByLabel('Tijd').focus();
    expect(await day.inputValue()).toBe('3-9-2019');
    const next = tab.getByLabel('Volgende afspraak');
    const described = await next.getAttribute('aria-describedby');
    expect(await tab.locator(`[id="${described}"]`).textContent()).toContain('Kies een eerdere dag');
  });

  it('say all at once what is still needed, and lead there', async () => {
    await open('blocks', 1280);
    await tab.getByRole('button', { name: 'Vastleggen', exact: true }).first().click();
    const summary = tab.getByRole('alert').filter({ hasText: 'Er is nog 1 ding nodig' });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole('link').click();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('error-minutes');
    expect(await tab.locator('#error-minutes').getAttribute('aria-invalid')).toBe('true');
  });
});

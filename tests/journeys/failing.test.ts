import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, type Product, settled } from './product.ts';
import { openProduct } from './shared-product.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

/** A loaded machine takes longer than a second. */
const patiently = { timeout: 30_000 };

/** Every read fails, and the window gets the focus again, so that everything on it is read anew. */
async function loseConnection(page: Page): Promise<() => Promise<void>> {
  const reads = '**/v1/**';
  // what was read within five seconds is not read again
  await page.waitForTimeout(5_500);
  await page.route(reads, (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
  await page.getByText('Niet ververst').waitFor();
  return async () => {
    await page.unroute(reads);
    await page.getByRole('button', { name: 'Ververs opnieuw' }).click();
    await page.getByText('Niet ververst').waitFor({ state: 'detached' });
    await settled(page);
  };
}

test('what is typed on a page of a client stays while reading fails, and when it works again', async () => {
  const page = await product.signIn('adviser');
  await open(page, '/today?list=in-view');
  await page.locator('main tbody tr[data-key]').last().getByRole('link').first().click();
  await page.getByRole('button', { name: 'Gesprek vastleggen' }).first().click();
  const report = page.locator('section.ui-sheet [name="report"]');
  await report.fill('Een lang verslag');
  const restore = await loseConnection(page);
  expect(await report.inputValue()).toBe('Een lang verslag');
  await restore();
  expect(await report.inputValue()).toBe('Een lang verslag');
  await page.close();
});

test('what is typed about a new person, and as the cause of an agreement, stays while reading fails', async () => {
  const people = await product.signIn('administrator');
  await open(people, '/people');
  await people
    .getByRole('button', { name: /toevoegen/i })
    .first()
    .click();
  const name = people.locator('section.ui-sheet [name="name"]');
  await name.fill('Nieuw Persoon');
  await (await loseConnection(people))();
  expect(await name.inputValue()).toBe('Nieuw Persoon');
  await people.close();

  const agreements = await product.signIn('controller');
  await open(agreements, '/agreements');
  await agreements
    .getByRole('button', { name: /invullen|wijzigen/i })
    .first()
    .click();
  const cause = agreements.locator('main textarea').first();
  await cause.fill('Minder adviseurs dan begroot');
  await (await loseConnection(agreements))();
  expect(await cause.inputValue()).toBe('Minder adviseurs dan begroot');
  await agreements.close();
});

test('a flow that is taken back halfway is taken back wholly on the next try', async () => {
  const page = await product.signIn('district_manager');
  await open(page, '/coverage/benefits?figure=closure&part=not_enrolled');
  const rows = page.locator('main tbody tr[data-key]');
  const before = await rows.count();
  await rows.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Opnemen in de dienstverlening' }).click();
  await page.locator('[name="adviser"]').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Opnemen', exact: true }).click();
  const undo = page.getByRole('button', { name: 'Ongedaan maken' });
  await undo.waitFor();
  let asked = 0;
  await page.route('**/_undo', (route) => {
    asked += 1;
    return asked === 2 ? route.abort() : route.continue();
  });
  await undo.click();
  await page.getByRole('alert').filter({ hasText: 'Niet ongedaan gemaakt' }).waitFor();
  await undo.click();
  await page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' }).waitFor();
  expect(asked).toBe(3);
  await expect.poll(() => rows.count(), patiently).toBe(before);
  await page.close();
});

test('of those taken in, a first conversation is planned only for who got the adviser', async () => {
  const page = await product.signIn('district_manager');
  await open(page, '/coverage/benefits?figure=closure&part=not_enrolled');
  const rows = page.locator('main tbody tr[data-key]');
  for (const index of [0, 1]) await rows.nth(index).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Opnemen in de dienstverlening' }).click();
  await page.locator('[name="adviser"]').selectOption({ index: 1 });
  await page.locator('[name="plan"]').check();
  let assigned: string[] = [];
  // the first is refused, as when a colleague has just ended it
  await page.route('**/v1/assignments', async (route) => {
    const asked = route.request().postDataJSON() as { benefitIds: string[] };
    const [benefitId, ...rest] = asked.benefitIds;
    const response = await route.fetch({ postData: { ...asked, benefitIds: rest } });
    const answer = (await response.json()) as { done: string[]; refused: object[] };
    assigned = answer.done;
    const refused = [...answer.refused, { benefitId, code: 'not_found', message: 'Niet toegewezen' }];
    await route.fulfill({ response, json: { ...answer, refused } });
  });
  const planned: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/v1/contacts')) return;
    planned.push((request.postDataJSON() as { benefitId: string }).benefitId);
  });
  await page.getByRole('button', { name: 'Opnemen', exact: true }).click();
  await page.getByText('Niet toegewezen').first().waitFor();
  expect(assigned).toHaveLength(1);
  expect(planned).toEqual(assigned);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByRole('status').filter({ hasText: 'Ongedaan gemaakt' }).waitFor();
  await page.close();
});

test('who cannot be signed out is told so, and is once the server answers', async () => {
  const page = await product.visit();
  await open(page, '/');
  const list = (await (await page.request.get('/v1/sign-ins')).json()) as { people: { personId: string }[] };
  await page.request.post('/v1/sessions', { data: { personId: list.people[0]?.personId } });
  await open(page, '/');
  await page.route('**/v1/sessions', (route) => route.abort());
  await page.getByRole('button', { name: 'Afmelden' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'is nog aangemeld op deze computer' });
  await told.waitFor();
  await page.unroute('**/v1/sessions');
  await told.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.getByRole('heading', { level: 1, name: 'Aanmelden' }).waitFor();
  await page.context().close();
});

test('the fields of a comparison follow the address, also on the way back', async () => {
  const page = await product.signIn('controller');
  await open(page, '/agreements?since=2019-08-31&reported=2019-06-01&against=2019-09-05');
  const field = page.locator('[name="reported"]');
  await field.fill('1-7-2019');
  await page.locator('#changes').getByRole('button', { name: 'Toon' }).click();
  await page.getByText('zoals bekend op 1\u00a0juli\u00a02019').first().waitFor();
  expect(page.url()).toContain('reported=2019-07-01');
  await page.goBack();
  await expect.poll(() => field.inputValue(), patiently).toBe('1-6-2019');
  await page.close();
});

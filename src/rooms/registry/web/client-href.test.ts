import { expect, test } from 'vitest';
import { clientHref, listHref, readListAddress } from './client-href.ts';

test('the list one came from goes with the address of a client, whole', () => {
  const list = '/today?list=due&level=office&unit=O1&after=2019-09-01~K1~~2019-09-02~K2';
  const href = clientHref('K 1', list);
  expect(href.startsWith('/clients/K%201?list=')).toBe(true);
  const found = readListAddress(new URL(href, 'http://here').searchParams.get('list'));
  expect(found?.page).toBe('today');
  expect(found && new URLSearchParams(listHref(found).split('?')[1])).toEqual(new URLSearchParams(list.split('?')[1]));
});

test('only lists of the product are gone back to', () => {
  for (const text of [null, '', '//elsewhere.example', 'https://elsewhere.example/today', '/todays', '/people']) {
    expect(readListAddress(text)).toBeNull();
  }
  expect(readListAddress('/registration/late')?.path).toBe('/registration/late');
});

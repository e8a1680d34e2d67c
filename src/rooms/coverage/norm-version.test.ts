import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRegister, type TestRegister } from '../../../tests/register/register.ts';
import { loadNorms } from './load-measures.actions.ts';
import { sortNorms } from './norm-version.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await makeRegister('2019-09-15T08:00:00Z');
});
afterAll(() => register.close());

test('norms stand in the order of the agreements, whatever order they are stored in', async () => {
  const database = await register.database();
  const versions = await database.transaction({}, (tx) => loadNorms(tx.as('figures')));
  for (const given of [versions, versions.toReversed()]) {
    expect(sortNorms(given).map(({ norm }) => norm.id)).toEqual([
      'wia-personal',
      'wia-personal-contact',
      'wia-frequency',
      'wajong-personal',
      'wajong-personal-unpurchased',
      'ww-orientation',
      'ww-monitoring',
    ]);
  }
});

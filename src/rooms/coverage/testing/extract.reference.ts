import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, makeStage, type Stage } from '../../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { contactFiles } from '../../contacts/contacts.import.ts';
import { makeImportAction } from '../../deliveries/deliveries.actions.ts';
import { organisationFiles } from '../../organisation/organisation.import.ts';
import { registryFiles } from '../../registry/registry.import.ts';
import { measureActions } from '../measures.actions.ts';

export const extracts = fileURLToPath(new URL('../../../../../shared/data/extracts', import.meta.url));
export const extractsThere = existsSync(extracts);
export const importDelivery = makeImportAction([...organisationFiles, ...registryFiles, ...contactFiles]);

interface Layout {
  readonly national: unknown;
  readonly districts: unknown;
}

/** Every figure that an independent program computed after the first, the first two, ... deliveries. */
export function testAgreement(register: string): void {
  const skipped = extractsThere ? '' : ' (skipped: ../shared/data/extracts is absent)';
  describe(`figures of ${register}${skipped}`, () => {
    let db: TestDatabase;
    let stage: Stage;
    beforeAll(async () => {
      if (!extractsThere) return;
      db = await makeTestDatabase();
      stage = makeStage(db.database, '2020-03-15T12:00:00Z');
    });
    afterAll(() => db?.close());

    test.skipIf(!extractsThere).each([1, 2, 3, 4])('agree after delivery %i', async (n) => {
      await call(stage, importDelivery, { folder: `${extracts}/${register}/${n}` });
      const text = readFileSync(`${extracts}/${register}/expected-after-${n}.json`, 'utf8');
      const { asks } = JSON.parse(text) as { readonly asks: Readonly<Record<string, Layout>> };
      for (const [ask, expected] of Object.entries(asks)) {
        const [at = '', known = ''] = ask.split(':');
        const got = await call(stage, measureActions[0], { at, known });
        expect({ ask, national: got.national, districts: got.districts }).toEqual({
          ask,
          national: expected.national,
          districts: expected.districts,
        });
      }
    });
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, makeStage, type Stage } from '../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { contactFiles } from '../contacts/contacts.import.ts';
import { organisationFiles } from '../organisation/organisation.import.ts';
import { registryFiles } from '../registry/registry.import.ts';
import { makeImportAction } from './deliveries.actions.ts';

const extracts = fileURLToPath(new URL('../../../../shared/data/extracts', import.meta.url));
const there = existsSync(extracts);
const importAction = makeImportAction([...organisationFiles, ...registryFiles, ...contactFiles]);

interface Refusals {
  readonly refused: Record<string, Record<string, string[]>>;
  readonly warned: Record<string, Record<string, string[]>>;
}
type Report = { readonly file: string; readonly line: number; readonly codes: readonly string[] };

function read(path: string): unknown {
  return JSON.parse(readFileSync(`${extracts}/${path}`, 'utf8'));
}

function byLine(reports: readonly Report[]): Record<string, Record<string, readonly string[]>> {
  const files: Record<string, Record<string, readonly string[]>> = {};
  for (const { file, line, codes } of reports) files[file] = { ...files[file], [line]: codes };
  return files;
}

describe.each(['register-2019', 'register-2019-faulty'])(
  `%s${there ? '' : ' (skipped: ../shared/data/extracts is absent)'}`,
  (register) => {
    let db: TestDatabase;
    let stage: Stage;
    beforeAll(async () => {
      if (!there) return;
      db = await makeTestDatabase();
      stage = makeStage(db.database, '2020-02-01T12:00:00Z');
    });
    afterAll(() => db?.close());

    test.skipIf(!there).each([1, 2, 3, 4])(
      'delivery %i reports what its import.json and refusals.json say',
      async (n) => {
        const output = await call(stage, importAction, { folder: `${extracts}/${register}/${n}` });
        const notes: Record<string, Record<string, number>> = {};
        for (const note of output.notes) notes[note.code] = { ...notes[note.code], [note.file]: note.count };
        const { status, refusal, accepted, unchanged, withdrawn } = output;
        const expected = register.endsWith('faulty') ? (read(`${register}/${n}/refusals.json`) as Refusals) : null;
        expect(byLine(output.refused)).toEqual(expected?.refused ?? {});
        expect(byLine(output.warned)).toEqual(expected?.warned ?? {});
        expect({ status, refusal, accepted, unchanged, withdrawn, notes }).toEqual(
          read(`${register}/${n}/import.json`),
        );
      },
    );
  },
);

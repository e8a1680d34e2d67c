import type pg from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/db/database.ts';
import type { Seal } from '../../platform/secrets/seal.ts';
import { compareWithRegister, findLeaving, judgeReferences, judgeRepeats } from './checks.store.ts';
import { isFirstDelivery, saveFile } from './delivery.store.ts';
import type { DeliveryFacts, RunSql } from './file-declaration.ts';
import type { SurveyedFile } from './folder.source.ts';
import { unknownColumns } from './header-check.ts';
import type { Manifest } from './manifest.ts';
import { saveReports, sealRefusedRows } from './report.store.ts';
import { judgeSpells } from './spells.store.ts';
import { createStaging, dropStaging, type StagedFile, stageFile } from './staging.store.ts';
import { applyFile, type FileCounts } from './versions.store.ts';
import type { NoteCode } from './words.ts';

export interface FileNote {
  readonly code: NoteCode;
  readonly file: string;
  readonly count: number;
  readonly keys: readonly string[];
  /** Names that belong in the message. */
  readonly about: readonly string[];
}

export interface FileResult extends FileCounts {
  readonly file: string;
  readonly notes: readonly FileNote[];
}

export interface ImportWork {
  readonly client: pg.PoolClient;
  readonly owner: Queryable;
  readonly seal: Seal;
  readonly manifest: Manifest;
  readonly delivery: Omit<DeliveryFacts, 'first' | 'knownFrom'>;
  readonly onBytes: (file: string, bytes: number) => void;
}

/** Statements on the staging tables: they exist for this transaction only, so they are not prepared. */
export function makeRun(client: pg.PoolClient): RunSql {
  return async <Row>(statement: Sql) =>
    (await client.query({ text: statement.text, values: statement.values })).rows as Row[];
}

/** One file, from its bytes to the register: stage, judge, apply, report. */
export async function importFile(work: ImportWork, file: SurveyedFile): Promise<FileResult> {
  const { client, owner, manifest, seal } = work;
  const { declaration } = file;
  const run = makeRun(client);
  const { first } = await owner.one(isFirstDelivery(declaration.name));
  const delivery: DeliveryFacts = {
    ...work.delivery,
    first,
    knownFrom: first ? '-infinity' : work.delivery.deliveredAt,
  };
  await createStaging(run, declaration);
  const onBytes = (bytes: number) => work.onBytes(declaration.name, bytes);
  const staged = await stageFile(client, file, { manifest, seal, onBytes });
  await run(sql`analyze pg_temp.staged`);
  await judgeRepeats(run, declaration);
  await judgeReferences(run, declaration);
  await compareWithRegister(run, declaration, delivery);
  await findLeaving(run, declaration, { full: manifest.kind === 'full', source: delivery.source });
  for (const statement of declaration.setRules?.(delivery) ?? []) await run(statement);
  await declaration.judge?.(run, delivery);
  await judgeSpells(run, declaration);
  const counts = await applyFile(run, declaration, delivery);
  const { deliveryId } = delivery;
  const { header, delimiter } = file;
  await owner.run(saveFile({ deliveryId, file: declaration.name, rows: staged.rows, header, delimiter }));
  const refused = await saveReports(run, deliveryId, declaration);
  if (refused > 0) await sealRefusedRows(run, file, { deliveryId, encoding: manifest.encoding, seal });
  await dropStaging(run);
  return { file: declaration.name, ...counts, notes: notesOf(file, { staged, counts, manifest }) };
}

/** More than one in so many. */
const emptyInSo = 5;

function notesOf(
  { declaration, header }: SurveyedFile,
  { staged, counts, manifest }: { staged: StagedFile; counts: FileCounts; manifest: Manifest },
): FileNote[] {
  const notes: FileNote[] = [];
  const note = (code: NoteCode, count: number, lists: { keys?: readonly string[]; about?: readonly string[] } = {}) => {
    if (count > 0)
      notes.push({ code, file: declaration.name, count, keys: lists.keys ?? [], about: lists.about ?? [] });
  };
  const unknown = unknownColumns(declaration, header);
  note('unknown_column', unknown.length, { about: unknown });
  const manyEmpty = manifest.endDates === 'exclusive' && staged.emptySpells * emptyInSo > staged.spells;
  note('many_empty_spells', manyEmpty ? staged.emptySpells : 0);
  note('replaced_entered', counts.replaced.length, { keys: counts.replaced });
  note('missing_rows', counts.missing);
  return notes;
}

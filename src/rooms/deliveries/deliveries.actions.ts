import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isAdmitted } from '../../platform/access.ts';
import { type Action, action, type Context } from '../../platform/actions.ts';
import type { InputOf, OutputOf, RefusalOf } from '../../platform/contract.ts';
import { csvLine } from '../../platform/csv/cell.ts';
import { enterAt, findNextMoment, takeRegister } from '../../platform/register-lock.store.ts';
import { sealForImport, sealForReading } from '../../platform/secrets/register-seal.store.ts';
import { downloadRows, importDelivery, listDeliveries, listRows, mostReported, showDelivery } from './contract.ts';
import { toWindows1252 } from './csv/windows-1252.ts';
import { findSame, judgeMoment, saveCounts, saveDelivery } from './delivery.store.ts';
import type { FileDeclaration } from './file-declaration.ts';
import { FileChanged, type Survey, surveyFolder, type WholeFault } from './folder.source.ts';
import { type FileResult, importFile, makeRun } from './import.store.ts';
import type { Encoding } from './manifest.ts';
import { keptSum, presentDelivery, presentNotes, presentRow } from './present.ts';
import {
  countFiles,
  countReports,
  findDelivery,
  findFile,
  listDeliveries as listDeliveriesOf,
  listRefusedRaw,
  listReports,
  pageReports,
} from './report.store.ts';
import { findSealed } from './sealed.store.ts';
import { showImport } from './show.ts';
import { type WholeCode, wholeCodes } from './words.ts';

type ImportContext = Context<RefusalOf<typeof importDelivery>>;
type Output = OutputOf<typeof importDelivery>;

/** The import, over the files that the rooms declare in the order of the format. */
export function makeImportAction(declarations: readonly FileDeclaration[]): Action<typeof importDelivery> {
  const run = async (context: ImportContext, input: InputOf<typeof importDelivery>): Promise<Output> => {
    const folder = resolve(input.folder);
    const found = await stat(folder).catch(() => null);
    if (found === null || !found.isDirectory()) context.refuse('no_delivery');
    const survey = await surveyFolder(folder, declarations);
    if (survey.manifest === null) return refusedAsWhole(context, survey.fault.code, survey.fault);
    if (survey.isEmpty) context.refuse('no_delivery');
    const owner = context.tx.as('owner');
    // One import at a time, and no writer beside it.
    await takeRegister(owner, input.wait);
    const { source } = survey.manifest;
    const same = await owner.maybe(findSame(source, survey.contentHash));
    if (same !== null) return { ...nothing(), deliveryId: same.delivery_id, status: 'already_imported' };
    // What was entered while this waited for the lock lies before a delivery that names no moment.
    const now = context.moment();
    const named = survey.manifest.deliveredAt;
    const deliveredAt = named ?? (await findNextMoment(owner, now));
    const moment = await owner.one(judgeMoment(source, deliveredAt, named === null ? deliveredAt : now));
    if (moment.out_of_order) return refusedAsWhole(context, 'delivery_out_of_order');
    if (moment.in_future) return refusedAsWhole(context, 'delivery_in_future');
    if (survey.fault !== null) return refusedAsWhole(context, survey.fault.code, survey.fault);
    return importWhole(context, { survey, deliveredAt, importedAt: now, declarations });
  };
  return action(importDelivery, run, {
    show: showImport,
    exitCode: (output) => (output.status === 'refused' ? 3 : 0),
  });
}

async function importWhole(
  context: ImportContext,
  work: { survey: Survey; deliveredAt: string; importedAt: string; declarations: readonly FileDeclaration[] },
): Promise<Output> {
  const { survey, deliveredAt, importedAt } = work;
  const { manifest, contentHash, files } = survey;
  const owner = context.tx.as('owner');
  const { actor } = context;
  // Facts of the delivery are known from its own moment, which may lie before that of the last act.
  await enterAt(owner, deliveredAt, { action: importDelivery.name, actor });
  const { delivery_id: deliveryId } = await owner.one(
    saveDelivery({ ...manifest, deliveredAt, contentHash, importedAt, importedBy: actor.name }),
  );
  const client = await context.tx.raw('owner');
  const delivery = { deliveryId, deliveredAt, source: manifest.source };
  const run = makeRun(client);
  const seal = await sealForImport(owner, context.config, () => findSealed(run, work.declarations));
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const onBytes = (file: string, bytes: number) => {
    done += bytes;
    context.progress({ label: file, done, total });
  };
  const results: FileResult[] = [];
  for (const file of files) {
    const imported = importFile({ client, owner, seal, manifest, delivery, onBytes }, file);
    results.push(
      await imported.catch((fault: unknown) => {
        if (fault instanceof FileChanged) return context.refuse('delivery_changing', fault.file);
        throw fault;
      }),
    );
  }
  for (const declaration of work.declarations) {
    const facts = { ...delivery, first: false, knownFrom: deliveredAt };
    for (const statement of declaration.finish?.(facts) ?? []) await run(statement);
  }
  const counts = countsOf(results);
  const notes = results.flatMap((result) => result.notes);
  await owner.run(saveCounts(deliveryId, { ...counts, notes }));
  const counted = new Map((await owner.all(countFiles(deliveryId))).map((row) => [row.file, row]));
  const inOrder = results.map((result) => result.file);
  const countOf = (verdict: 'refused' | 'warned') =>
    Object.fromEntries(inOrder.map((file) => [file, counted.get(file)?.[verdict] ?? 0]));
  const reportsOf = async (verdict: 'refused' | 'warned') =>
    (await owner.all(listReports({ deliveryId, verdict, files: inOrder, most: mostReported }))).map((row) =>
      presentRow(row, work.declarations, context.language),
    );
  return {
    deliveryId,
    status: 'accepted',
    refusal: null,
    ...counts,
    notes: presentNotes(notes, context.language),
    refusedCounts: countOf('refused'),
    warnedCounts: countOf('warned'),
    refused: await reportsOf('refused'),
    warned: await reportsOf('warned'),
  };
}

function countsOf(results: readonly FileResult[]) {
  const count = (of: (result: FileResult) => number) =>
    Object.fromEntries(results.map((result) => [result.file, of(result)]));
  return {
    accepted: count((result) => result.accepted),
    unchanged: count((result) => result.unchanged),
    withdrawn: count((result) => result.withdrawn),
  };
}

function nothing(): Output {
  return {
    deliveryId: null,
    status: 'refused',
    refusal: null,
    accepted: {},
    unchanged: {},
    withdrawn: {},
    notes: [],
    refusedCounts: {},
    warnedCounts: {},
    refused: [],
    warned: [],
  };
}

function refusedAsWhole(context: ImportContext, code: WholeCode, fault?: WholeFault): Output {
  const where =
    fault === undefined ? '' : ` (${[fault.file, fault.detail].filter((part) => part !== null).join(': ')})`;
  return { ...nothing(), refusal: { code, message: `${wholeCodes[code][context.language]}${where}.` } };
}

const list = action(listDeliveries, async (context, input) => {
  const rows = await context.figures.all(listDeliveriesOf(input.before ?? null, input.limit + 1));
  const deliveries = rows.slice(0, input.limit).map((row) => ({
    ...presentDelivery(row),
    accepted: keptSum(row.accepted),
    unchanged: keptSum(row.unchanged),
    withdrawn: keptSum(row.withdrawn),
    refused: row.refused,
    warned: row.warned,
    notes: Array.isArray(row.notes) ? row.notes.length : 0,
  }));
  return { deliveries, more: rows.length > input.limit };
});

const makeShow = (declarations: readonly FileDeclaration[]) =>
  action(showDelivery, async (context, { deliveryId }) => {
    const row = await context.app.maybe(findDelivery(deliveryId));
    if (row === null) return context.refuse('not_found');
    const [accepted, unchanged, withdrawn] = [row.accepted, row.unchanged, row.withdrawn] as Record<string, number>[];
    const counted = await context.figures.all(countFiles(deliveryId));
    const placeOf = ({ file }: { readonly file: string }) => declarations.findIndex(({ name }) => name === file);
    const files = counted
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((own) => ({
        ...own,
        accepted: accepted?.[own.file] ?? 0,
        unchanged: unchanged?.[own.file] ?? 0,
        withdrawn: withdrawn?.[own.file] ?? 0,
      }));
    return {
      ...presentDelivery(row),
      files,
      notes: presentNotes(row.notes, context.language),
      opensRows: isAdmitted(listRows.roles, context.actor),
    };
  });

const makeRows = (declarations: readonly FileDeclaration[]) =>
  action(listRows, async (context, input) => {
    const { deliveryId, file = null, code = null, verdict = null } = input;
    const filter = { deliveryId, file, code, verdict };
    if ((await context.app.maybe(findDelivery(deliveryId))) === null) return context.refuse('not_found');
    const { n: total } = await context.app.one(countReports(filter));
    const found = await context.app.all(pageReports(filter, input.skip, input.limit));
    return {
      total,
      rows: found.map((row) => ({
        ...presentRow(row, declarations, context.language),
        verdict: row.verdict === 'refused' ? ('refused' as const) : ('warned' as const),
      })),
    };
  });

const download = action(downloadRows, async (context, { deliveryId, file }) => {
  const layout = await context.app.maybe(findFile(deliveryId, file));
  if (layout === null) return context.refuse('not_found');
  const seal = await sealForReading(context.app, context.config);
  const encoding: Encoding = layout.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8';
  const encode = (lines: readonly string[]) => {
    const text = lines.map((line) => `${line}\r\n`).join('');
    return encoding === 'utf-8' ? Buffer.from(text, 'utf8') : toWindows1252(text);
  };
  const pieces = [encode([csvLine(layout.header, layout.delimiter === ';' ? ';' : ',')])];
  for (let after = 0, isLast = false; !isLast; ) {
    const kept = await context.app.all(listRefusedRaw({ deliveryId, file, after, most: rowsAtOnce }));
    pieces.push(encode(kept.map((row) => seal.open(row.raw_row))));
    after = kept.at(-1)?.line ?? after;
    isLast = kept.length < rowsAtOnce;
  }
  return {
    fileName: `${deliveryId}-${file}`,
    mediaType: `text/csv; charset=${encoding}`,
    bytes: Buffer.concat(pieces),
  };
});

/** Rows that are opened and encoded at a time. */
const rowsAtOnce = 5_000;

/** What the screens and the command line read of deliveries, over the files that the rooms declare. */
export function makeDeliveryActions(declarations: readonly FileDeclaration[]) {
  return [list, makeShow(declarations), makeRows(declarations), download] as const;
}

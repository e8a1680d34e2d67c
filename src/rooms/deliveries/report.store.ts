import sql from 'sql-template-tag';
import { type ColumnType, statement } from '../../platform/db/statement.ts';
import type { Seal } from '../../platform/secrets/seal.ts';
import { type FileDeclaration, isShown, type RunSql } from './file-declaration.ts';
import { readBatches, type SurveyedFile } from './folder.source.ts';
import type { Encoding } from './manifest.ts';
import { maskedValue } from './row-check.ts';

/** Keeps the refused rows and warnings of the staged file; gives how many are refused. */
export async function saveReports(run: RunSql, deliveryId: number, file: FileDeclaration): Promise<number> {
  const hidden = file.columns.filter((column) => !isShown(column)).map((column) => column.name);
  const [saved] = await run(sql`
    with fault as (
      select s.n, f.value ->> 'level' as level, f.value ->> 'code' as code, f.value ->> 'column' as column_name,
        f.value ->> 'value' as value
      from pg_temp.staged s, jsonb_array_elements(s.faults) f
      where s.faults is not null
      union all
      select n, level, code, column_name, case when column_name = any (${hidden}::text[]) then ${maskedValue} else value end
      from pg_temp.found
    ), saved as (
      insert into deliveries.row_report (delivery_id, file, line, verdict, codes, details)
      select ${deliveryId}::bigint, ${file.name}, s.line, f.level, array_agg(distinct f.code order by f.code),
        jsonb_agg(jsonb_build_object('column', f.column_name, 'value', f.value, 'code', f.code) order by f.code, f.column_name)
      from fault f join pg_temp.staged s using (n)
      group by s.n, s.line, f.level
      returning verdict
    )
    select count(*) filter (where verdict = 'refused') as refused from saved`);
  return Number(saved?.refused);
}

const rowsAtOnce = 500;

/** Reads the file once more for the refused rows as they were written, and keeps them sealed. */
export async function sealRefusedRows(
  run: RunSql,
  file: SurveyedFile,
  { deliveryId, encoding, seal }: { deliveryId: number; encoding: Encoding; seal: Seal },
): Promise<void> {
  const wanted = refusedLines(run, deliveryId, file.declaration.name);
  let next = await wanted.next();
  let lines: number[] = [];
  let sealed: Buffer[] = [];
  const save = async () => {
    await run(sql`
      update deliveries.row_report r set raw_row = n.raw_row
      from unnest(${lines}::int[], ${sealed}::bytea[]) as n (line, raw_row)
      where r.delivery_id = ${deliveryId} and r.file = ${file.declaration.name} and r.verdict = 'refused' and r.line = n.line`);
    lines = [];
    sealed = [];
  };
  for await (const batch of readBatches(file, encoding)) {
    for (const record of batch) {
      if (record.line !== next.value) continue;
      lines.push(record.line);
      sealed.push(seal.seal(record.raw));
      next = await wanted.next();
    }
    if (lines.length >= rowsAtOnce) await save();
  }
  if (lines.length > 0) await save();
}

const linesAtOnce = 5_000;

/** Where the refused rows of a file begin, in its order: records are read in that order too. */
async function* refusedLines(run: RunSql, deliveryId: number, file: string): AsyncGenerator<number> {
  for (let after = 0, isLast = false; !isLast; ) {
    const found = await run<{ readonly line: number }>(sql`
      select line from deliveries.row_report
      where delivery_id = ${deliveryId} and file = ${file} and verdict = 'refused' and line > ${after}
      order by line limit ${linesAtOnce}`);
    for (const { line } of found) yield line;
    after = found.at(-1)?.line ?? after;
    isLast = found.length < linesAtOnce;
  }
}

const reportColumns = {
  file: 'text',
  line: 'int4',
  verdict: 'text',
  codes: 'text[]',
  details: 'jsonb',
} as const satisfies Record<string, ColumnType>;

/** The first reports of a delivery with one verdict, in the order of its files. */
export const listReports = statement(
  'deliveries.listReports',
  reportColumns,
  (of: { deliveryId: number; verdict: 'refused' | 'warned'; files: readonly string[]; most: number }) => sql`
    select file, line, verdict, codes, details from deliveries.row_report
    where delivery_id = ${of.deliveryId} and verdict = ${of.verdict}
    order by array_position(${of.files}::text[], file), line limit ${of.most}`,
);

export interface ReportFilter {
  readonly deliveryId: number;
  readonly file: string | null;
  readonly verdict: string | null;
  readonly code: string | null;
}

const fits = ({ deliveryId, file, verdict, code }: ReportFilter) => sql`
  delivery_id = ${deliveryId} and (${file}::text is null or file = ${file})
    and (${verdict}::text is null or verdict = ${verdict}) and (${code}::text is null or ${code} = any (codes))`;

/** A page of them; `skip` rows stand on the pages before. */
export const pageReports = statement(
  'deliveries.pageReports',
  reportColumns,
  (filter: ReportFilter, skip: number, limit: number) => sql`
    select file, line, verdict, codes, details from deliveries.row_report
    where ${fits(filter)}
    order by file, line, verdict offset ${skip} limit ${limit}`,
);

export const countReports = statement(
  'deliveries.countReports',
  { n: 'int8' },
  (filter: ReportFilter) => sql`
    select count(*) as n from deliveries.row_report
    where ${fits(filter)}`,
);

/** Refused rows of a file behind a line, in its order. */
export const listRefusedRaw = statement(
  'deliveries.listRefusedRaw',
  { line: 'int4', raw_row: 'bytea' },
  (of: { deliveryId: number; file: string; after: number; most: number }) => sql`
    select line, raw_row from deliveries.row_report
    where delivery_id = ${of.deliveryId} and file = ${of.file} and verdict = 'refused' and raw_row is not null
      and line > ${of.after}
    order by line limit ${of.most}`,
);

export const findFile = statement(
  'deliveries.findFile',
  { header: 'text[]', delimiter: 'text', encoding: 'text' },
  (deliveryId: number, file: string) => sql`
    select f.header, f.delimiter, d.encoding
    from deliveries.delivery_file f join deliveries.delivery d using (delivery_id)
    where f.delivery_id = ${deliveryId} and f.file = ${file}`,
);

const deliveryColumns = {
  delivery_id: 'int8',
  source: 'text',
  delivered_at: 'timestamptz',
  kind: 'text',
  end_dates: 'text',
  encoding: 'text',
  imported_at: 'timestamptz',
  imported_by: 'text',
  accepted: 'jsonb',
  unchanged: 'jsonb',
  withdrawn: 'jsonb',
  notes: 'jsonb',
} as const satisfies Record<string, ColumnType>;

/** Run as `figures`: of reports it reads all but what they quote. */
export const listDeliveries = statement(
  'deliveries.listDeliveries',
  { ...deliveryColumns, refused: 'int8', warned: 'int8' },
  (before: number | null, limit: number) => sql`
    select d.delivery_id, d.source, d.delivered_at, d.kind, d.end_dates, d.encoding, d.imported_at, d.imported_by, d.accepted,
      d.unchanged, d.withdrawn, d.notes,
      (select count(*) from deliveries.row_report r where r.delivery_id = d.delivery_id and r.verdict = 'refused') as refused,
      (select count(*) from deliveries.row_report r where r.delivery_id = d.delivery_id and r.verdict = 'warned') as warned
    from deliveries.delivery d
    where ${before}::bigint is null or d.delivery_id < ${before}
    order by d.delivery_id desc limit ${limit}`,
);

export const findDelivery = statement(
  'deliveries.findDelivery',
  deliveryColumns,
  (deliveryId: number) => sql`
    select delivery_id, source, delivered_at, kind, end_dates, encoding, imported_at, imported_by, accepted, unchanged, withdrawn,
      notes
    from deliveries.delivery where delivery_id = ${deliveryId}`,
);

/** The files of a delivery with how many rows were refused and warned about; run as `figures`. */
export const countFiles = statement(
  'deliveries.countFiles',
  { file: 'text', rows: 'int8', refused: 'int8', warned: 'int8' },
  (deliveryId: number) => sql`
    select f.file, f.rows, count(r.line) filter (where r.verdict = 'refused') as refused,
      count(r.line) filter (where r.verdict = 'warned') as warned
    from deliveries.delivery_file f
    left join deliveries.row_report r on r.delivery_id = f.delivery_id and r.file = f.file
    where f.delivery_id = ${deliveryId} group by f.file, f.rows`,
);

import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** Which figures are asked: all norms in force at `at`, all units. */
export interface KeptAsked {
  readonly at: string;
  readonly known: string;
  /** The end of `known`. */
  readonly knownBefore: string;
  /** A hash of the question, see the table. */
  readonly method: string;
}

export interface FigureRow {
  readonly part: string;
  readonly key: string;
  readonly level: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/**
 * The last act before the end of `known`. An act never lies before one that was there (deliveries do, and are looked at
 * themselves), so another act known then would be the last one now.
 */
const lastEntry = (knownBefore: string): Sql => sql`
  (select entry_id from platform.entry where entered_at < ${knownBefore}::timestamptz
   order by entered_at desc, entry_id desc limit 1)`;

/**
 * The kept rows, none unless they still hold: no later delivery holds a first file or was delivered by the end of
 * `known`, and no act was entered by then that the evaluation did not see.
 */
export const listKeptFigures = statement(
  'coverage.listKeptFigures',
  { part: 'text', key: 'text', level: 'text', unit: 'text', values: 'int4[]' },
  (asked: KeptAsked) => sql`
  select f.part, f.key, f.level, f.unit, f.values
  from coverage.kept_evaluation e join coverage.kept_figure f using (at, known)
  where e.at = ${asked.at}::date and e.known = ${asked.known}::date and e.method = ${asked.method}
    and e.last_entry is not distinct from ${lastEntry(asked.knownBefore)}
    and not exists (
      select from deliveries.acceptances a
      where a.place > e.deliveries and (a.holds_first_file or a.delivered_at <= ${asked.knownBefore}::timestamptz)
    )`,
);

/** What an evaluation that starts now is computed from. */
export const showKeptSources = statement(
  'coverage.showKeptSources',
  { deliveries: 'int4', last_entry: 'int8?' },
  (knownBefore: string) => sql`
  select (select count(*)::int from deliveries.acceptances) as deliveries, ${lastEntry(knownBefore)} as last_entry`,
);

/** Holds to the end of the transaction: one process at a time evaluates a date. */
export const tryToEvaluate = statement(
  'coverage.tryToEvaluate',
  { is_mine: 'bool' },
  ({ at, known }: Pick<KeptAsked, 'at' | 'known'>) => sql`
  select pg_try_advisory_xact_lock(hashtextextended('coverage.kept ' || ${at}::text || ' ' || ${known}::text, 0)) as is_mine`,
);

export const forgetKeptFigures = statement(
  'coverage.forgetKeptFigures',
  {},
  ({ at, known }: Pick<KeptAsked, 'at' | 'known'>) => sql`
  delete from coverage.kept_evaluation where at = ${at}::date and known = ${known}::date`,
);

export const saveKeptFigures = statement(
  'coverage.saveKeptFigures',
  {},
  (
    asked: KeptAsked,
    from: { readonly deliveries: number; readonly last_entry: number | null; readonly norms: readonly string[] },
    rows: readonly FigureRow[],
  ) => sql`
  with kept as (
    insert into coverage.kept_evaluation (at, known, method, norms, deliveries, last_entry)
    values (${asked.at}::date, ${asked.known}::date, ${asked.method}, ${from.norms}::text[], ${from.deliveries}, ${from.last_entry}::bigint)
    returning at, known
  )
  insert into coverage.kept_figure (at, known, part, key, level, unit, values)
  select kept.at, kept.known, f.part, f.key, f.level, f.unit, f.values
  from kept, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as f (part text, key text, level text, unit text, "values" int[])`,
);

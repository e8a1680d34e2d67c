import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** All versions with number and end: the day before the next version of its norm, or its own `validTo`. */
export const listNormVersions = statement(
  'coverage.listNormVersions',
  { norm_id: 'text', version: 'int8', valid_from: 'date', valid_to: 'date?', definition: 'jsonb', entered_by: 'text?' },
  () => sql`
  select v.norm_id, rank() over per_norm as version, v.valid_from,
    least((v.definition ->> 'validTo')::date, lead(v.valid_from) over per_norm - 1) as valid_to,
    v.definition, e.person_name as entered_by
  from coverage.norm_version v
  left join platform.entry e on e.entry_id = v.entry_id
  window per_norm as (partition by v.norm_id order by v.valid_from)
  order by v.norm_id, v.valid_from`,
);

/** One writer of norms at a time; held to the end of the transaction. */
export const lockNorms = statement(
  'coverage.lockNorms',
  { locked: 'text?' },
  () => sql`select pg_advisory_xact_lock(hashtext('coverage.norm_version'))::text as locked`,
);

export const saveNormVersion = statement(
  'coverage.saveNormVersion',
  {},
  (normId: string, validFrom: string, saved: { readonly definition: unknown; readonly entryId: number }) => sql`
  insert into coverage.norm_version (norm_id, valid_from, definition, entry_id)
  values (${normId}, ${validFrom}, ${JSON.stringify(saved.definition)}::jsonb, ${saved.entryId})`,
);

import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** Districts as known at an instant; those without benefits show zeros. */
export const listDistricts = statement(
  'organisation.listDistricts',
  { district_id: 'text', name: 'text' },
  (knownBefore: string) => sql`
  select district_id, name from organisation.districts
  where known_from < ${knownBefore}::timestamptz and ${knownBefore}::timestamptz <= known_to and not withdrawn
  order by district_id collate "C"`,
);

/** Offices as known at an instant, with the district they belong to. */
export const listOffices = statement(
  'organisation.listOffices',
  { office_key: 'int2', office_id: 'text', name: 'text', district_id: 'text' },
  (knownBefore: string) => sql`
  select office_key, office_id, name, district_id from organisation.offices_at(${knownBefore}::timestamptz)
  order by office_id collate "C"`,
);

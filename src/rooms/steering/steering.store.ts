import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** The last note of each agreement as known before an instant. */
export const lastNotes = statement(
  'steering.lastNotes',
  { agreement_id: 'text', cause: 'text', measure: 'text', owner: 'text', noted_on: 'date', person_name: 'text' },
  (knownBefore: string) => sql`
    select distinct on (n.agreement_id) n.agreement_id, n.cause, n.measure, n.owner, n.noted_on, e.person_name
    from steering.agreement_note n join platform.entry e using (entry_id)
    where e.entered_at < ${knownBefore}::timestamptz
    order by n.agreement_id, n.note_id desc`,
);

export interface NewNote {
  readonly agreementId: string;
  readonly cause: string;
  readonly measure: string;
  readonly owner: string;
  readonly notedOn: string;
}

export const saveNote = statement(
  'steering.saveNote',
  {},
  (note: NewNote, entryId: number) => sql`
    insert into steering.agreement_note (agreement_id, cause, measure, owner, noted_on, entry_id)
    values (${note.agreementId}, ${note.cause}, ${note.measure}, ${note.owner}, ${note.notedOn}::date, ${entryId})`,
);

/** Formation of all lines and roles open on a day, as known before an instant; rows that name what does not exist are out. */
export const formationOn = statement(
  'steering.formationOn',
  { fte: 'float8' },
  (day: string, knownBefore: string) => sql`
    select coalesce(sum(f.fte), 0)::float8 as fte
    from organisation.formations f
    where f.known_from < ${knownBefore}::timestamptz and ${knownBefore}::timestamptz <= f.known_to and not f.withdrawn
      and f.from_date <= ${day}::date and (f.to_date is null or f.to_date > ${day}::date)
      and exists (select from organisation.advisers a where a.adviser_id = f.adviser_id
        and a.known_from < ${knownBefore}::timestamptz and ${knownBefore}::timestamptz <= a.known_to and not a.withdrawn)
      and exists (select from organisation.offices o where o.office_id = f.office_id
        and o.known_from < ${knownBefore}::timestamptz and ${knownBefore}::timestamptz <= o.known_to and not o.withdrawn)`,
);

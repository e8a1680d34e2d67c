import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** Everybody who can sign in, with the name of the unit. Ordered by id: names may repeat. */
export const allPeople = statement(
  'organisation.allPeople',
  { person_id: 'text', name: 'text', role: 'text', reach: 'text', unit: 'text?', adviser_id: 'text?' },
  () => sql`
    select p.person_id, p.name, p.role, p.reach, coalesce(o.name, d.name) as unit, p.adviser_id
    from organisation.person_version p
    left join organisation.office_version o on o.office_id = p.office_id and o.known_to = 'infinity'
    left join organisation.district_version d on d.district_id = p.district_id and d.known_to = 'infinity'
    where p.known_to = 'infinity' and not p.withdrawn
    order by p.person_id`,
);

/** A person with the keys of the offices within reach; null keys for the nation. */
export const findPerson = statement(
  'organisation.findPerson',
  {
    person_id: 'text',
    name: 'text',
    role: 'text',
    reach: 'text',
    office_id: 'text?',
    district_id: 'text?',
    unit: 'text?',
    adviser_id: 'text?',
    opens_protected: 'bool',
    office_keys: 'int2[]?',
    lines: 'text[]',
  },
  (personId: string, today: string) => sql`
    select p.person_id, p.name, p.role, p.reach, p.office_id, p.district_id, coalesce(o.name, d.name) as unit, p.adviser_id,
      coalesce(p.opens_protected, false) as opens_protected,
      case p.reach
        when 'office' then array(select k.office_key from organisation.office_key k where k.office_id = p.office_id)
        when 'district' then array(
          select k.office_key from organisation.office_key k
          join organisation.office_version v on v.office_id = k.office_id and v.known_to = 'infinity'
          where v.district_id = p.district_id order by k.office_key)
      end as office_keys,
      array(
        select distinct f.line_of_work from organisation.formation_version f
        where f.adviser_id = p.adviser_id and f.known_to = 'infinity' and not f.withdrawn
          and f.from_date <= ${today}::date and (f.to_date is null or f.to_date > ${today}::date)
        order by f.line_of_work) as lines
    from organisation.person_version p
    left join organisation.office_version o on o.office_id = p.office_id and o.known_to = 'infinity'
    left join organisation.district_version d on d.district_id = p.district_id and d.known_to = 'infinity'
    where p.person_id = ${personId} and p.known_to = 'infinity' and not p.withdrawn`,
);

/** Latest version of every office with its district, ordered by ids. */
export const allOffices = statement(
  'organisation.allOffices',
  { office_key: 'int2', office_id: 'text', name: 'text', district_id: 'text', district_name: 'text' },
  () => sql`
    select k.office_key, v.office_id, v.name, v.district_id, d.name as district_name
    from organisation.office_version v
    join organisation.office_key k using (office_id)
    join organisation.district_version d on d.district_id = v.district_id and d.known_to = 'infinity'
    where v.known_to = 'infinity' and not v.withdrawn
    order by v.district_id, v.office_id`,
);

/** Advisers with formation on a day, per office. */
export const advisersOn = statement(
  'organisation.advisersOn',
  { adviser_id: 'text', name: 'text', role: 'text', office_id: 'text', office_name: 'text', lines: 'text[]' },
  (today: string, officeId: string | null) => sql`
    select a.adviser_id, a.name, a.role, f.office_id, o.name as office_name,
      array_agg(distinct f.line_of_work order by f.line_of_work) as lines
    from organisation.formation_version f
    join organisation.adviser_version a on a.adviser_id = f.adviser_id and a.known_to = 'infinity' and not a.withdrawn
    join organisation.office_version o on o.office_id = f.office_id and o.known_to = 'infinity'
    where f.known_to = 'infinity' and not f.withdrawn
      and f.from_date <= ${today}::date and (f.to_date is null or f.to_date > ${today}::date)
      and (${officeId}::text is null or f.office_id = ${officeId})
    group by a.adviser_id, a.name, a.role, f.office_id, o.name
    order by f.office_id, a.adviser_id`,
);

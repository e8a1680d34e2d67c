import sql from 'sql-template-tag';
import { endBeforeStart, type FileDeclaration, type RowRule } from '../deliveries/index.ts';
import { reaches, roles } from './role.ts';

const districts: FileDeclaration = {
  name: 'districts.csv',
  key: ['district_id'],
  columns: [
    { name: 'district_id', type: { kind: 'id' }, required: true },
    { name: 'name', type: { kind: 'text' }, required: true },
  ],
  withdrawable: false,
  keeping: { kind: 'versions', table: 'organisation.district_version' },
};

const offices: FileDeclaration = {
  name: 'offices.csv',
  key: ['office_id'],
  columns: [
    { name: 'office_id', type: { kind: 'id' }, required: true },
    { name: 'name', type: { kind: 'text' }, required: true },
    {
      name: 'district_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'organisation.district_version', column: 'district_id' },
    },
    { name: 'labour_market_region', type: { kind: 'text' }, descriptive: true },
  ],
  withdrawable: false,
  keeping: {
    kind: 'versions',
    table: 'organisation.office_version',
    // Conflicts would use up the small keys, so only new offices ask for one.
    beforeApply: [
      sql`insert into organisation.office_key (office_id)
        select s.office_id from pg_temp.staged s join pg_temp.arriving a using (n)
        where not exists (select from organisation.office_key k where k.office_id = s.office_id)
        order by s.n`,
    ],
  },
};

const advisers: FileDeclaration = {
  name: 'advisers.csv',
  key: ['adviser_id'],
  columns: [
    { name: 'adviser_id', type: { kind: 'id' }, required: true },
    { name: 'name', type: { kind: 'text' }, required: true },
    { name: 'role', type: { kind: 'enum', values: ['adviser', 'junior', 'specialist', 'planner'] }, required: true },
    { name: 'email', type: { kind: 'text' }, descriptive: true },
  ],
  withdrawable: false,
  keeping: { kind: 'versions', table: 'organisation.adviser_version' },
};

/** A column that belongs to one reach: filled with it, empty otherwise. */
function belongsToReach(column: string, reach: string): readonly RowRule[] {
  return [
    { code: 'required', column, uses: ['reach', column], breaks: (row) => row.reach === reach && row[column] === null },
    {
      code: 'unexpected',
      column,
      uses: ['reach', column],
      breaks: (row) => row.reach !== reach && row[column] !== null,
    },
  ];
}

const people: FileDeclaration = {
  name: 'people.csv',
  key: ['person_id'],
  columns: [
    { name: 'person_id', type: { kind: 'id' }, required: true },
    { name: 'name', type: { kind: 'text' }, required: true },
    { name: 'email', type: { kind: 'text' }, required: true },
    { name: 'role', type: { kind: 'enum', values: roles }, required: true },
    { name: 'reach', type: { kind: 'enum', values: reaches }, required: true },
    {
      name: 'office_id',
      type: { kind: 'id' },
      references: { table: 'organisation.office_version', column: 'office_id' },
    },
    {
      name: 'district_id',
      type: { kind: 'id' },
      references: { table: 'organisation.district_version', column: 'district_id' },
    },
    {
      name: 'adviser_id',
      type: { kind: 'id' },
      references: { table: 'organisation.adviser_version', column: 'adviser_id' },
    },
    { name: 'opens_protected', type: { kind: 'boolean' }, whenEmpty: 'false' },
  ],
  rules: [...belongsToReach('office_id', 'office'), ...belongsToReach('district_id', 'district')],
  withdrawable: true,
  keeping: { kind: 'versions', table: 'organisation.person_version' },
  // Who a delivery no longer knows is out, and is not in again when a next one brings the key back.
  finish: () => [
    sql`delete from organisation.session s where not exists (
      select from organisation.person_version p
      where p.person_id = s.person_id and p.known_to = 'infinity' and not p.withdrawn)`,
  ],
};

const formation: FileDeclaration = {
  name: 'formation.csv',
  key: ['adviser_id', 'from'],
  columns: [
    {
      name: 'adviser_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'organisation.adviser_version', column: 'adviser_id' },
    },
    { name: 'from', target: 'from_date', type: { kind: 'date' }, required: true },
    { name: 'to', target: 'to_date', type: { kind: 'date' }, isEnd: true, mayBeAdded: true },
    {
      name: 'office_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'organisation.office_version', column: 'office_id' },
    },
    { name: 'line', target: 'line_of_work', type: { kind: 'enum', values: ['ww', 'wia_wajong'] }, required: true },
    { name: 'fte', type: { kind: 'decimal', above: 0, upTo: 1.2 }, required: true },
  ],
  rules: [endBeforeStart('from', 'to')],
  interval: { start: 'from', end: 'to' },
  spells: { code: 'overlapping_formation', group: 'adviser_id', from: 'from', to: 'to' },
  withdrawable: true,
  keeping: { kind: 'versions', table: 'organisation.formation_version' },
};

/** The files that this room keeps, in the order of the format. */
export const organisationFiles: readonly FileDeclaration[] = [districts, offices, advisers, people, formation];

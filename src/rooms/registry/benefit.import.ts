import sql, { type Sql } from 'sql-template-tag';
import {
  type DeliveryFacts,
  endBeforeStart,
  endWithoutReason,
  type FileDeclaration,
  reasonWithoutEnd,
} from '../deliveries/index.ts';

const schemesWithCapacity = ['WAJONG', 'WIA_WGA'];
const endReasons = ['work', 'max_duration', 'sickness', 'pension', 'social_assistance', 'death', 'other'];

export const benefits: FileDeclaration = {
  name: 'benefits.csv',
  key: ['benefit_id'],
  columns: [
    { name: 'benefit_id', type: { kind: 'id' }, required: true },
    {
      name: 'client_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'registry.client_version', column: 'client_id' },
    },
    { name: 'scheme', type: { kind: 'enum', values: ['WW', 'WIA_WGA', 'WIA_IVA', 'WAJONG'] }, required: true },
    {
      name: 'variant',
      type: { kind: 'enum', values: ['owajong', 'wajong2010', 'wajong2015'] },
      descriptive: true,
    },
    { name: 'insurer', type: { kind: 'enum', values: ['public', 'own_risk'] }, descriptive: true, whenEmpty: 'public' },
    {
      name: 'office_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'organisation.offices', column: 'office_id' },
    },
    { name: 'start_date', type: { kind: 'date' }, required: true },
    { name: 'end_date', type: { kind: 'date' }, isEnd: true, mayBeAdded: true },
    { name: 'end_reason', type: { kind: 'enum', values: endReasons }, mayBeAdded: true },
    { name: 'max_end_date', type: { kind: 'date' } },
    { name: 'work_capacity', type: { kind: 'enum', values: ['yes', 'no', 'unknown'] } },
  ],
  rules: [
    endBeforeStart('start_date', 'end_date'),
    endWithoutReason('end_date', 'end_reason'),
    reasonWithoutEnd('end_date', 'end_reason'),
    {
      code: 'capacity_outside_scheme',
      column: 'work_capacity',
      uses: ['scheme', 'work_capacity'],
      breaks: (row) => row.work_capacity !== null && !schemesWithCapacity.includes(String(row.scheme)),
    },
  ],
  interval: { start: 'start_date', end: 'end_date' },
  withdrawable: true,
  keeping: {
    kind: 'versions',
    table: 'registry.benefit_version',
    joins: sql`join registry.client c on c.client_id = s.client_id
      join (select distinct office_id, office_key from organisation.offices) o on o.office_id = s.office_id`,
    derived: [
      { column: 'client_key', value: sql`c.client_key` },
      { column: 'office_key', value: sql`o.office_key` },
    ],
    afterApply: followBenefit,
  },
};

/** What hangs on a benefit that moved to another client follows it, so that reach and lock are those of its client. */
function followBenefit(delivery: DeliveryFacts): readonly Sql[] {
  if (delivery.first) return [];
  const { deliveryId } = delivery;
  return [
    sql`update registry.enrolment_version v set client_key = b.client_key from registry.benefit_version b
      where b.benefit_id = v.benefit_id and b.known_to = 'infinity' and b.delivery_id = ${deliveryId}
        and v.client_key <> b.client_key`,
    sql`update registry.assignment_version v set client_key = b.client_key from registry.benefit_version b
      where b.benefit_id = v.benefit_id and b.known_to = 'infinity' and b.delivery_id = ${deliveryId}
        and v.client_key <> b.client_key`,
    sql`update registry.trajectory_version v set client_key = b.client_key from registry.benefit_version b
      where b.benefit_id = v.benefit_id and b.known_to = 'infinity' and b.delivery_id = ${deliveryId}
        and v.client_key <> b.client_key`,
    sql`update registry.profile_version v set client_key = b.client_key from registry.benefit_version b
      where b.benefit_id = v.benefit_id and b.known_to = 'infinity' and b.delivery_id = ${deliveryId}
        and v.client_key <> b.client_key`,
  ];
}

/** The client of a benefit, for what hangs on it. */
export const clientOfBenefit = {
  joins: sql`join registry.benefit_version b on b.benefit_id = s.benefit_id and b.known_to = 'infinity'`,
  derived: [{ column: 'client_key', value: sql`b.client_key` }],
} as const;

export const benefitReference = { table: 'registry.benefit_version', column: 'benefit_id' } as const;

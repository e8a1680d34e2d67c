import sql from 'sql-template-tag';
import {
  type ColumnDeclaration,
  endBeforeStart,
  endWithoutReason,
  type FileDeclaration,
  reasonWithoutEnd,
} from '../deliveries/index.ts';
import { benefitReference, benefits, clientOfBenefit } from './benefit.import.ts';
import { clients } from './client.import.ts';

const benefitId: ColumnDeclaration = {
  name: 'benefit_id',
  type: { kind: 'id' },
  required: true,
  references: benefitReference,
};
const from: ColumnDeclaration = { name: 'from', target: 'from_date', type: { kind: 'date' }, required: true };
const to: ColumnDeclaration = { name: 'to', target: 'to_date', type: { kind: 'date' }, isEnd: true, mayBeAdded: true };

const enrolments: FileDeclaration = {
  name: 'enrolments.csv',
  key: ['benefit_id', 'from'],
  columns: [
    benefitId,
    from,
    to,
    {
      name: 'end_reason',
      type: { kind: 'enum', values: ['declined', 'unreachable', 'completed', 'outflow'] },
      mayBeAdded: true,
    },
    { name: 'review_date', type: { kind: 'date' }, descriptive: true, mayBeAdded: true },
  ],
  rules: [endBeforeStart('from', 'to'), endWithoutReason('to', 'end_reason'), reasonWithoutEnd('to', 'end_reason')],
  interval: { start: 'from', end: 'to' },
  spells: { code: 'overlapping_enrolment', group: 'benefit_id', from: 'from', to: 'to' },
  withdrawable: true,
  keeping: { kind: 'versions', table: 'registry.enrolment_version', ...clientOfBenefit },
};

const assignments: FileDeclaration = {
  name: 'assignments.csv',
  key: ['benefit_id', 'from'],
  columns: [
    benefitId,
    from,
    to,
    {
      name: 'adviser_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'organisation.advisers', column: 'adviser_id' },
    },
  ],
  rules: [endBeforeStart('from', 'to')],
  interval: { start: 'from', end: 'to' },
  spells: { code: 'overlapping_assignment', group: 'benefit_id', from: 'from', to: 'to' },
  withdrawable: true,
  keeping: { kind: 'versions', table: 'registry.assignment_version', ...clientOfBenefit },
};

const employments: FileDeclaration = {
  name: 'employments.csv',
  key: ['employment_id'],
  columns: [
    { name: 'employment_id', type: { kind: 'id' }, required: true },
    {
      name: 'client_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'registry.client_version', column: 'client_id' },
    },
    { name: 'start_date', type: { kind: 'date' }, required: true },
    { name: 'end_date', type: { kind: 'date' }, isEnd: true, mayBeAdded: true },
    { name: 'hours_per_week', type: { kind: 'decimal', above: 0, upTo: 80 }, required: true },
    { name: 'sector', type: { kind: 'text' }, descriptive: true },
  ],
  rules: [endBeforeStart('start_date', 'end_date')],
  interval: { start: 'start_date', end: 'end_date' },
  withdrawable: true,
  keeping: {
    kind: 'versions',
    table: 'registry.employment_version',
    joins: sql`join registry.client c on c.client_id = s.client_id`,
    derived: [{ column: 'client_key', value: sql`c.client_key` }],
  },
};

const trajectories: FileDeclaration = {
  name: 'trajectories.csv',
  key: ['trajectory_id'],
  columns: [
    { name: 'trajectory_id', type: { kind: 'id' }, required: true },
    benefitId,
    { name: 'kind', type: { kind: 'text' }, required: true },
    { name: 'purchased_on', type: { kind: 'date' }, required: true },
    { name: 'start_date', type: { kind: 'date' } },
    { name: 'end_date', type: { kind: 'date' }, isEnd: true, mayBeAdded: true },
    { name: 'cost_cents', type: { kind: 'whole', from: 0, upTo: Number.MAX_SAFE_INTEGER } },
  ],
  rules: [endBeforeStart('start_date', 'end_date')],
  interval: { start: 'start_date', end: 'end_date' },
  withdrawable: true,
  keeping: { kind: 'versions', table: 'registry.trajectory_version', ...clientOfBenefit },
};

const noteText = { kind: 'text', maxCharacters: 1000 } as const;

const profiles: FileDeclaration = {
  name: 'profiles.csv',
  key: ['profile_id'],
  columns: [
    { name: 'profile_id', type: { kind: 'id' }, required: true },
    benefitId,
    { name: 'instrument', type: { kind: 'text' }, required: true },
    { name: 'assessed_on', type: { kind: 'date' }, required: true },
    { name: 'score', type: { kind: 'decimal', from: 0, upTo: 1 } },
    { name: 'valid_until', type: { kind: 'date' } },
    { name: 'possibilities', type: noteText, descriptive: true },
    { name: 'obstacles', type: noteText, descriptive: true },
    { name: 'goal', type: noteText, descriptive: true },
    { name: 'support', type: noteText, descriptive: true },
  ],
  withdrawable: true,
  keeping: { kind: 'versions', table: 'registry.profile_version', ...clientOfBenefit },
};

/** The files that this room keeps, in the order of the format. */
export const registryFiles: readonly FileDeclaration[] = [
  clients,
  benefits,
  enrolments,
  assignments,
  employments,
  trajectories,
  profiles,
];

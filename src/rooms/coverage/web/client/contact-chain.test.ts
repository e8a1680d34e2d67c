import { describe, expect, it } from 'vitest';
import { type ContactRow, findLapsed, heirOf, newestFirst, reasonOf, standingOf } from './contact-chain.ts';

const row = (contactId: string, changes: Partial<ContactRow> = {}): ContactRow => ({
  contactId,
  benefitId: 'B1',
  adviserId: 'A1',
  adviserName: 'Imke Daniëls',
  kind: 'progress',
  channel: 'phone',
  occurredAt: '2019-01-22T09:00:00Z',
  date: '2019-01-22',
  time: '10:00',
  minutes: 30,
  outcome: 'held',
  registeredAt: '2019-01-22T10:00:00Z',
  corrects: null,
  report: null,
  reason: null,
  valid: true,
  replacedBy: null,
  isConversation: true,
  isContact: true,
  by: null,
  entryId: null,
  ...changes,
});

const first = row('1', { valid: false, replacedBy: '2' });
const second = row('2', { outcome: 'not_reached', corrects: '1', registeredAt: '2019-02-04T09:00:00Z' });

describe('a chain of corrections', () => {
  it('ends in the row that holds', () => {
    expect([standingOf(first, [first, second]), heirOf(first, [first, second])?.contactId]).toEqual(['corrected', '2']);
  });

  it('ends in nothing when it was withdrawn', () => {
    const dead = row('1', { valid: false });
    const end = row('2', { outcome: 'void', corrects: '1', valid: false });
    expect([standingOf(dead, [dead, end]), standingOf(end, [dead, end]), heirOf(dead, [dead, end])]).toEqual([
      'withdrawn',
      'withdrawal',
      null,
    ]);
  });

  it('says why a row corrects another, and why it was withdrawn', () => {
    const corrected = row('2', { corrects: '1', reason: 'minuten verkeerd' });
    const end = row('3', { outcome: 'void', corrects: '2', valid: false, reason: 'andere klant' });
    expect([reasonOf(first, [first, corrected]), reasonOf(corrected, [first, corrected])]).toEqual([
      null,
      'minuten verkeerd',
    ]);
    expect(reasonOf(corrected, [first, corrected, end])).toBe('andere klant');
  });

  it('tells a planned row that was reported from one that was moved', () => {
    const plan = row('1', { outcome: 'planned', valid: false, replacedBy: '2' });
    expect(standingOf(plan, [plan, row('2', { corrects: '1' })])).toBe('handled');
    expect(standingOf(plan, [plan, row('2', { corrects: '1', outcome: 'planned' })])).toBe('moved');
  });

  it('puts of one moment the row entered last first', () => {
    expect(newestFirst([first, second]).map((of) => of.contactId)).toEqual(['2', '1']);
  });
});

describe('conversations that count no longer', () => {
  it('are told when they were corrected to something else after the last that counts', () => {
    expect(findLapsed([first, second], '2018-03-14').map((of) => [of.row.contactId, of.by.contactId])).toEqual([
      ['1', '2'],
    ]);
  });

  it('are not told when the correction is a conversation too, or a later one counts', () => {
    expect(findLapsed([first, { ...second, outcome: 'held' }], '2018-03-14')).toEqual([]);
    expect(findLapsed([first, second], '2019-03-14')).toEqual([]);
  });
});

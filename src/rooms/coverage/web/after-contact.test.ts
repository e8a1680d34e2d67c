import { describe, expect, it } from 'vitest';
import type { Reason } from '../index.ts';
import { computeDayAfterTerm, computeNextDues, decideLeaves, findMissed, isCounted } from './after-contact.ts';

const words = { nl: '', en: '' };
const yearly: Reason = {
  normId: 'wia-gesprek',
  normVersion: 1,
  weight: 'must',
  benefitId: 'B1',
  scheme: 'WIA_WGA',
  state: 'overdue',
  dueDate: '2019-03-14',
  basis: 'every',
  from: 'last',
  fromDate: '2018-03-14',
  term: { months: 12 },
  rhythm: { months: 12 },
  counts: 'conversation',
  lastDate: '2018-03-14',
  daysLate: 185,
  sentence: words,
  also: words,
};
const rhythm: Reason = {
  ...yearly,
  weight: 'advised',
  term: { months: 6 },
  rhythm: { months: 6 },
  counts: 'contact',
};
const call = { kind: 'progress', channel: 'phone', outcome: 'held', date: '2019-09-13' };

describe('what a contact counts for', () => {
  it('a conversation is a contact too', () => {
    expect([isCounted('conversation', call), isCounted('contact', call)]).toEqual([true, true]);
  });
  it('a workshop is a contact and no conversation', () => {
    const workshop = { ...call, kind: 'workshop', channel: 'group' };
    expect([isCounted('conversation', workshop), isCounted('contact', workshop)]).toEqual([false, true]);
  });
  it('an attempt is an invitation and nothing else', () => {
    const missed = { ...call, outcome: 'no_show' };
    expect([isCounted('conversation', missed), isCounted('contact', missed), isCounted('invited', missed)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('leaving the list', () => {
  const line = { lead: yearly, also: [rhythm], elsewhere: null };

  it('goes with a conversation that was held', () => {
    expect(decideLeaves('overdue', line, call)).toBe(true);
  });
  it('does not go with an attempt, nor with a conversation before the last one', () => {
    expect(decideLeaves('overdue', line, { ...call, outcome: 'not_reached' })).toBe(false);
    expect(decideLeaves('overdue', line, { ...call, date: '2018-01-05' })).toBe(false);
  });
  it('does not go while another obligation stays overdue', () => {
    const inYear: Reason = { ...yearly, basis: 'calendar_year', dueDate: '2018-12-31' };
    expect(decideLeaves('overdue', { ...line, also: [inYear] }, call)).toBe(false);
  });
  it('is not said where it cannot be known', () => {
    expect(decideLeaves('in-view', line, call)).toBeNull();
    expect(decideLeaves('overdue', { ...line, elsewhere: { dueDate: '2019-01-01' } }, call)).toBeNull();
  });
});

describe('the next one', () => {
  it('is due by the shortest rhythm of each weight that starts anew', () => {
    const slower: Reason = { ...yearly, rhythm: { months: 18 } };
    expect(computeNextDues([slower, yearly, rhythm], call)).toEqual({
      must: { by: '2020-09-13', counts: 'conversation' },
      advised: { by: '2020-03-13', counts: 'contact' },
    });
  });
  it('is known after a first conversation too, whose term is another one than that of the rhythm', () => {
    const first = { ...yearly, basis: 'first', from: 'start', term: { months: 3 }, lastDate: null } as const;
    expect(computeNextDues([first], { ...call, kind: 'intake' }).must?.by).toBe('2020-09-13');
  });
  it('is unknown when nothing starts anew', () => {
    const none = { must: null, advised: null };
    expect(computeNextDues([yearly, rhythm], { ...call, outcome: 'cancelled' })).toEqual(none);
    expect(computeNextDues([{ ...yearly, basis: 'once', rhythm: null }], call)).toEqual(none);
  });
  it('misses the rhythm one day after it', () => {
    const dues = computeNextDues([yearly, rhythm], call);
    expect(findMissed(dues, '2020-03-13')).toBeNull();
    expect(findMissed(dues, '2020-03-14')).toEqual({ by: '2020-03-13', advised: true });
    expect(findMissed(dues, '2020-09-14')).toEqual({ by: '2020-09-13', advised: false });
  });
  it('lies on the last day of a shorter month', () => {
    expect(computeDayAfterTerm('2019-08-31', { months: 6 })).toBe('2020-02-29');
    expect(computeDayAfterTerm('2019-12-31', { months: 12 })).toBe('2020-12-31');
    expect(computeDayAfterTerm('2019-12-20', { days: 28 })).toBe('2020-01-17');
  });
});

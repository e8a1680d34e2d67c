import { describe, expect, it } from 'vitest';
import {
  type AboutContact,
  type DraftField,
  type DraftStart,
  findFaults,
  inputOf,
  makeDraft,
  withKind,
} from './draft.ts';

const start: DraftStart = {
  now: { date: '2019-09-13', time: '11:17' },
  hasSpoken: true,
  preferredChannel: 'phone',
  benefitId: 'B1',
};

const planned: AboutContact = {
  contactId: 'C1',
  benefitId: 'B2',
  kind: 'evaluation',
  channel: 'video',
  date: '2019-09-12',
  time: '14:00',
  minutes: null,
  outcome: 'planned',
  report: null,
};

const now = { date: '2019-09-13', time: '11:17' };
const missing = (...fields: readonly DraftField[]) => fields.map((field) => ({ field, is: 'missing' }));

describe('a report as it is opened', () => {
  it('of an appointment that is still to come says that it was called off, which is no fault', () => {
    const about = { ...planned, date: '2019-09-20' };
    const draft = makeDraft('report', { ...start, about });
    expect(draft).toMatchObject({ outcome: 'cancelled', date: '2019-09-20' });
    const from = { clientId: 'K1', contactId: 'C1' };
    expect(findFaults('report', inputOf('report', draft, from), now)).toEqual([]);
    const held = inputOf('report', { ...draft, outcome: 'held' }, from);
    expect(findFaults('report', held, now)).toEqual([{ field: 'date', is: 'future' }]);
  });

  it('needs nothing more to be accepted', () => {
    const input = inputOf('report', makeDraft('report', start), { clientId: 'K1' });
    expect(findFaults('report', input, now)).toEqual([]);
    expect(input).toEqual({
      benefitId: 'B1',
      clientId: 'K1',
      kind: 'progress',
      channel: 'phone',
      date: '2019-09-13',
      time: '10:30',
      outcome: 'held',
      minutes: 45,
    });
  });

  it('is an intake for who was never spoken to, and by a way that the form offers', () => {
    const draft = makeDraft('report', { ...start, hasSpoken: false, preferredChannel: 'letter' });
    expect([draft.kind, draft.channel, draft.minutes]).toEqual(['intake', 'office', '60']);
  });

  it('stays on the day shortly after midnight', () => {
    expect(makeDraft('report', { ...start, now: { date: '2019-09-13', time: '00:10' } }).time).toBe('00:00');
  });

  it('takes over what was planned', () => {
    const input = inputOf('report', makeDraft('report', { ...start, about: planned }), {
      clientId: 'K1',
      contactId: 'C1',
    });
    expect(input).toMatchObject({
      planned: 'C1',
      benefitId: 'B2',
      kind: 'evaluation',
      channel: 'video',
      time: '14:00',
    });
    expect(findFaults('report', input, now)).toEqual([]);
  });
});

describe('another kind', () => {
  it('brings its usual minutes', () => {
    expect(withKind(makeDraft('report', start), 'monitoring').minutes).toBe('30');
  });

  it('leaves minutes that were filled in', () => {
    expect(withKind({ ...makeDraft('report', start), minutes: '50' }, 'monitoring').minutes).toBe('50');
  });

  it('brings a way that goes with it, there and back', () => {
    const workshop = withKind(makeDraft('report', start), 'workshop');
    expect([workshop.channel, withKind(workshop, 'progress').channel]).toEqual(['group', 'office']);
  });
});

describe('faults', () => {
  const draft = makeDraft('report', start);

  it('names each field that is not understood, in the order of the form', () => {
    const input = inputOf('report', { ...draft, date: 'gisteren', minutes: '', nextDate: 'ooit' }, { clientId: 'K1' });
    expect(findFaults('report', input, now)).toEqual(missing('date', 'minutes', 'nextDate'));
  });

  it('asks no minutes of who was not reached', () => {
    const input = inputOf('report', { ...draft, outcome: 'not_reached', minutes: '' }, { clientId: 'K1' });
    expect(findFaults('report', input, now)).toEqual([]);
    expect(input).not.toHaveProperty('minutes');
  });

  it('asks a reason for a correction and for a withdrawal', () => {
    const faultsOf = (mode: 'correct' | 'withdraw') =>
      findFaults(mode, inputOf(mode, draft, { clientId: 'K1', contactId: 'C1' }), now);
    expect([faultsOf('correct'), faultsOf('withdraw')]).toEqual([missing('reason'), missing('reason')]);
  });

  it('asks a date of a plan', () => {
    expect(findFaults('plan', inputOf('plan', makeDraft('plan', start), { clientId: 'K1' }), now)).toEqual(
      missing('date'),
    );
  });

  it('says that what is reported is still to come, and that what is planned has passed', () => {
    const report = (part: Partial<typeof draft>) =>
      findFaults('report', inputOf('report', { ...draft, ...part }, { clientId: 'K1' }), now);
    expect(report({ date: '2019-09-20' })).toEqual([{ field: 'date', is: 'future' }]);
    expect(report({ time: '11:17' })).toEqual([]);
    expect(report({ time: '11:18' })).toEqual([{ field: 'date', is: 'future' }]);
    expect(report({ nextDate: '2019-09-12' })).toEqual([{ field: 'nextDate', is: 'past' }]);
    const plan = inputOf(
      'plan',
      { ...makeDraft('plan', start), date: '2019-09-13', time: '11:00' },
      { clientId: 'K1' },
    );
    expect(findFaults('plan', plan, now)).toEqual([{ field: 'date', is: 'past' }]);
    const moved = inputOf('move', { ...draft, date: '2019-09-12' }, { clientId: 'K1', contactId: 'C1' });
    expect(findFaults('move', moved, now)).toEqual([{ field: 'date', is: 'past' }]);
  });
});

describe('the next appointment', () => {
  it('is a conversation on progress, whatever was held, unless another kind is chosen', () => {
    const intake = { ...makeDraft('report', { ...start, hasSpoken: false }), nextDate: '2019-12-01' };
    expect(inputOf('report', intake, { clientId: 'K1' })).toMatchObject({ kind: 'intake', nextKind: 'progress' });
    expect(inputOf('report', { ...intake, nextKind: 'evaluation' }, { clientId: 'K1' })).toMatchObject({
      nextKind: 'evaluation',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../registry/web/dossier/dossier.ts';
import type { Reason } from '../../index.ts';
import { makeTimeline, type TimelineWords } from './client-timeline.ts';
import type { ContactRow } from './contact-chain.ts';

/** Words that say their id and what goes with it. */
const speak = (id: string, values?: object) => (values ? `${id} ${Object.values(values).join(' ')}` : id);
const words = {
  client: { locale: 'nl', say: speak, show: speak },
  contact: { locale: 'nl', say: speak, show: speak },
  schemes: { label: (scheme: string) => scheme, full: (benefit: { scheme: string }) => benefit.scheme },
} as unknown as TimelineWords;

const version = { entered: false, by: null, knownFrom: '-infinity' };
const dossier: Dossier = {
  now: '2019-09-15T10:00:00Z',
  lastEntry: 0,
  clientId: 'K1',
  name: 'Berhane Tewelde',
  birthDate: null,
  sex: null,
  protected: false,
  hasBsn: false,
  postcode: null,
  phone: null,
  email: null,
  preferredChannel: null,
  education: null,
  language: null,
  digital: null,
  benefits: [
    {
      benefitId: 'B1',
      versionId: 1,
      scheme: 'WIA_WGA',
      variant: null,
      insurer: 'public',
      office: { id: 'O1', name: 'Zuid-Limburg' },
      startDate: '2017-05-15',
      endDate: null,
      endReason: null,
      maxEndDate: null,
      workCapacity: 'yes',
      enteredPutAside: false,
      ...version,
    },
  ],
  enrolments: [
    { benefitId: 'B1', versionId: 2, from: '2018-03-01', to: null, endReason: null, reviewDate: null, ...version },
    {
      benefitId: 'B1',
      versionId: 1,
      from: '2017-05-29',
      to: '2017-12-01',
      endReason: 'declined',
      reviewDate: '2018-03-01',
      ...version,
    },
  ],
  assignments: [],
  employments: [],
  trajectories: [],
  profiles: [],
};

const row = (contactId: string, changes: Partial<ContactRow>): ContactRow => ({
  contactId,
  benefitId: 'B1',
  adviserId: 'A1',
  adviserName: 'Pien Claessens',
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

const none = { nl: '', en: '' };
const due = (changes: Partial<Reason>): Reason => ({
  normId: 'wia-personal',
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
  sentence: none,
  also: none,
  ...changes,
});

const contacts = [
  row('1', { valid: false, replacedBy: '2' }),
  row('2', { corrects: '1', outcome: 'not_reached', minutes: null, registeredAt: '2019-02-03T23:30:00Z' }),
  row('3', {
    corrects: '4',
    kind: 'workshop',
    channel: 'group',
    isConversation: false,
    minutes: 120,
    date: '2018-12-03',
  }),
  row('4', { outcome: 'planned', valid: false, replacedBy: '3', date: '2018-12-03' }),
  row('6', { outcome: 'planned', valid: false }),
  row('5', { outcome: 'planned', date: '2019-09-20' }),
];
const obligations = [
  due({}),
  due({ state: 'met', dueDate: '2017-08-15' }),
  due({ dueDate: '2019-12-31', state: 'in_view', basis: 'calendar_year' }),
];
const timeline = makeTimeline({ dossier, contacts, obligations, today: '2019-09-15' }, words);

describe('the timeline of a client', () => {
  it('shows service with the gap in which the client declined, and no lane without bars', () => {
    expect(timeline.lanes.map((lane) => lane.word)).toEqual(['laneBenefit', 'laneService']);
    expect(timeline.lanes[1]?.bars.map((bar) => [bar.from, bar.to, bar.word, bar.look])).toEqual([
      ['2017-05-29', '2017-12-01', 'enrolled', 'filled'],
      ['2017-12-01', '2018-03-01', 'gap.declined', 'quiet'],
      ['2018-03-01', undefined, 'enrolled', 'filled'],
    ]);
  });

  it('strikes what was corrected and joins it to the row that holds; a plan that was reported or withdrawn is no mark', () => {
    expect(timeline.marks.items.map((mark) => [mark.id, mark.look, mark.joinedTo])).toEqual([
      ['1', 'struck', '2'],
      ['2', 'cross', undefined],
      ['3', 'tinted', undefined],
    ]);
  });

  it('shows what is due: passed or ahead, and what is planned; not what was met', () => {
    expect(timeline.due.items.map((item) => [item.on, item.look, item.word])).toEqual([
      ['2019-03-14', 'passed', 'conversation'],
      ['2019-12-31', 'ahead', 'inYear conversation 2019'],
      ['2019-09-20', 'ahead', 'appointment'],
    ]);
  });

  it('tells in its table everything that it draws, oldest first', () => {
    const dates = timeline.rows.map((of) => of.on);
    expect(dates).toEqual(dates.toSorted());
    const bars = timeline.lanes.flatMap((lane) => lane.bars).length;
    // the planned row stands in both: as a contact and among what is due
    expect(timeline.rows).toHaveLength(bars + timeline.marks.items.length + 1 + timeline.due.items.length);
    // registered at half past midnight in Amsterdam
    expect(timeline.rows.find((of) => of.id === '1')?.what).toContain('corrected 4\u00a0februari\u00a02019');
  });

  it('explains only the marks that it shows', () => {
    expect(timeline.keys.map((key) => key.look)).toEqual(['tinted', 'cross', 'struck', 'passed', 'ahead']);
  });
});

import { describe, expect, it } from 'vitest';
import { planFirstTalks } from './first-talks.ts';

describe('first conversations', () => {
  it('follow each other', () => {
    expect(planFirstTalks(3, { date: '2019-09-16', time: '09:00' }, 45).map((talk) => talk.time)).toEqual([
      '09:00',
      '09:45',
      '10:30',
    ]);
  });

  it('go on at the same time on the next working day when the day is full', () => {
    const talks = planFirstTalks(4, { date: '2019-09-20', time: '15:00' }, 60);
    expect(talks).toEqual([
      { date: '2019-09-20', time: '15:00' },
      { date: '2019-09-20', time: '16:00' },
      { date: '2019-09-23', time: '15:00' },
      { date: '2019-09-23', time: '16:00' },
    ]);
  });

  it('that begin too late for a second still come one a day', () => {
    const talks = planFirstTalks(2, { date: '2019-09-19', time: '16:30' }, 60);
    expect(talks.map((talk) => talk.date)).toEqual(['2019-09-19', '2019-09-20']);
  });

  it('are on no day on which public services are closed', () => {
    const talks = planFirstTalks(3, { date: '2019-12-24', time: '16:00' }, 60);
    expect(talks.map((talk) => talk.date)).toEqual(['2019-12-24', '2019-12-27', '2019-12-30']);
  });
});

import { expect, test } from 'vitest';
import { localMomentOf } from './local-moment.ts';
import { dateOf } from './zone.ts';

test('an instant has the day and time of Amsterdam, in summer and winter and after midnight', () => {
  expect(localMomentOf('2019-09-02T04:00:00Z')).toEqual({ date: '2019-09-02', time: '06:00' });
  expect(localMomentOf('2019-12-31T23:30:00.123456Z')).toEqual({ date: '2020-01-01', time: '00:30' });
  expect(localMomentOf('2019-09-13T22:00:30Z')).toEqual({ date: '2019-09-14', time: '00:00' });
  expect(localMomentOf(Date.parse('2019-09-13T21:59:59Z'))).toEqual({ date: '2019-09-13', time: '23:59' });
});

test('the day is the one that the server counts by, through both changes of the clock', () => {
  for (const day of ['2019-03-31', '2019-10-27', '2020-02-29']) {
    for (let hour = 0; hour < 24; hour += 1) {
      const instant = `${day}T${String(hour).padStart(2, '0')}:30:00Z`;
      expect(localMomentOf(instant).date).toBe(dateOf(instant));
    }
  }
});

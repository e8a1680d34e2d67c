import { expect, it } from 'vitest';
import { momentByProduct } from './product-time.ts';

const now = '2019-09-13T08:58:30.123456Z';

it('runs on from what the product said, whatever this computer says', () => {
  for (const hoursAhead of [0, 2, -5]) {
    const arrivedAt = Date.parse(now) + hoursAhead * 3_600_000;
    expect(momentByProduct({ now, arrivedAt }, arrivedAt)).toEqual({ date: '2019-09-13', time: '10:58' });
    expect(momentByProduct({ now, arrivedAt }, arrivedAt + 4 * 60_000).time).toBe('11:02');
  }
});

it('never goes back when the clock of this computer is set back meanwhile', () => {
  const arrivedAt = Date.parse(now);
  expect(momentByProduct({ now, arrivedAt }, arrivedAt - 600_000).time).toBe('10:58');
});

it('is on the day of Amsterdam after midnight there, which begins at 00:00', () => {
  const late = { now: '2019-09-13T22:00:30Z', arrivedAt: 0 };
  expect(momentByProduct(late, 0)).toEqual({ date: '2019-09-14', time: '00:00' });
});

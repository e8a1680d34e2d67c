import { expect, it } from 'vitest';
import { timeByProduct } from './product-time.ts';

const now = '2019-09-13T08:58:30.123456Z';

it('runs on from what the product said, whatever this computer says', () => {
  for (const hoursAhead of [0, 2, -5]) {
    const arrivedAt = Date.parse(now) + hoursAhead * 3_600_000;
    expect(timeByProduct({ now, arrivedAt }, arrivedAt)).toBe('10:58');
    expect(timeByProduct({ now, arrivedAt }, arrivedAt + 4 * 60_000)).toBe('11:02');
  }
});

it('never goes back when the clock of this computer is set back meanwhile', () => {
  const arrivedAt = Date.parse(now);
  expect(timeByProduct({ now, arrivedAt }, arrivedAt - 600_000)).toBe('10:58');
});

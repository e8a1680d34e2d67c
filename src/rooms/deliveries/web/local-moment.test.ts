import { expect, test } from 'vitest';
import { momentText } from './local-moment.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('an instant reads as the day and time in Amsterdam, in summer and winter', () => {
  expect(plain(momentText('2019-09-02T04:00:00Z', 'nl'))).toBe('2 september 2019, 6.00 uur');
  expect(plain(momentText('2019-12-31T23:30:00Z', 'nl'))).toBe('1 januari 2020, 0.30 uur');
  expect(plain(momentText('2019-12-31T23:30:00Z', 'en'))).toBe('1 January 2020, 0:30');
});

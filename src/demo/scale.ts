import { day, moment } from './calendar.ts';

/** The demo's today, a Sunday: `start` sets the clock to it. */
export const demoToday = '2019-09-15';

/** The first delivery: the register as known then. */
export const firstDelivery = { text: '2019-09-02T06:00:00+02:00', at: moment(day('2019-09-02'), 6) } as const;

/** The second: what happened since, and what of August came late. */
export const secondDelivery = { text: '2019-09-14T06:00:00+02:00', at: moment(day('2019-09-14'), 6) } as const;

/** The date of the eight-month figures, and the end of that day. */
export const reportDay = day('2019-08-31');
export const reportEnd = moment(day('2019-09-01'), 0);

/** First day of the inflow into WW that the register holds. */
export const inflowFrom = day('2017-01-01');

/** What the demo must come out at on 31 August 2019, as published for 2019 (eight-month report, balance of 2019). */
export const targets = {
  wiaShare12m: 0.92,
  wiaMean12m: 2.3,
  wajongShareYear: 0.9,
  /** Between 5.1 and 5.3. */
  wwHoursPerClient: 5.2,
  /** Annualised hours per adviser, month rate; January and August 2019. */
  adviserHoursJanuary: 1032,
  adviserHoursAugust: 1144,
  /** Of all who entered WW: in work 12 months later. */
  inWork12m: 0.65,
} as const;

/** Clients of the nation at 1 to 40; numbers below are for this size. */
export const wholeSize = 20_000;

/** A number of people at 1 to 40, for another size of the demo; at least one. */
export function scaled(count: number, clients: number): number {
  return Math.max(1, Math.round((count * clients) / wholeSize));
}

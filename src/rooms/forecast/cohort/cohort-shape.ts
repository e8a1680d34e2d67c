import * as z from 'zod';
import { capacityAssumption, numbers, perName, words } from '../shapes.ts';

const course = z.union([
  z.object({ lifetime: z.number(), runOffPerMonth: z.number() }),
  z.object({ byMonthSinceInflow: z.array(z.number()) }),
]);

/** What a file with a cohort case holds. */
export const cohortCase = z.object({
  year: z.int().min(1900).max(9999),
  inflow: z.record(z.string(), z.number()),
  hours: course,
  conversations: course.optional(),
  survivalAfterYear: z.number().optional(),
  plannableHours: z.number().optional(),
});

const figure = z
  .object({
    definition: z.enum(['inflow_client_in_calendar_year', 'client_year_in_service', 'lifetime_of_cohort_client']),
    capacityAssumption,
    value: z.number(),
    numerator: z.number(),
    denominator: z.number(),
    sentence: words,
  })
  .readonly();

/** What comes out of it. */
export const cohortOutput = z.object({
  cumulativeHours: numbers,
  hoursPerMonth: numbers,
  inYearHoursByEntryMonth: numbers,
  hoursByMonth: numbers,
  hoursFromEarlierYears: perName,
  hoursFromCurrentYear: z.number(),
  totalHours: z.number(),
  inflowTotal: z.number(),
  hoursPerClient: z.number(),
  inYearHoursPerCurrentClient: z.number(),
  figures: z.array(figure).readonly(),
  conversations: z.object({ byMonth: numbers, total: z.number(), perInflowClient: z.number() }).readonly().optional(),
  warnings: z.array(z.object({ code: z.string(), sentence: words }).readonly()).readonly(),
  reading: words,
});

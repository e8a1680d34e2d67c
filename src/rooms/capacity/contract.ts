import * as z from 'zod';
import { contract } from '../../platform/contract.ts';
import { commandHelp, jsonInput, numbers, words } from '../forecast/index.ts';
import { roles } from '../organisation/index.ts';
import { FIRST_MONTH_OF_PLAN, SCALE_UP_FTE_2019 } from './assumptions.ts';
import { CAPACITY_REFUSALS } from './refusals.ts';

/** The keys are those of the planning files that organisations exchange. */
export const projectCaseShape = z.object({
  first_month: z.string().default(FIRST_MONTH_OF_PLAN),
  base_fte: z.number(),
  attrition_per_year: z.number(),
  productivity_hours_per_fte_year: numbers,
  contract_ends: numbers.default([]),
  ramp: numbers,
  starts: numbers,
  planned: numbers,
  graduates: numbers,
  graduate_factor: z.number(),
  graduate_school_months: z.number(),
  growth_signal: z.number().default(1),
});
export type ProjectCase = z.output<typeof projectCaseShape>;

const projectedMonth = z.object({
  month: z.string(),
  base_fte: z.number(),
  new_headcount: z.number(),
  effective_fte: z.number(),
  hours: z.number(),
});
export type ProjectedMonth = z.output<typeof projectedMonth>;

export const project = contract({
  name: 'capacity.project',
  method: 'POST',
  path: '/capacity/projection',
  reads: true,
  summary: {
    nl: 'Formatie en planbare uren per maand: verloop, aflopende contracten, instroom van adviseurs, tempo',
    en: commandHelp({
      does: 'Formation and plannable hours per month: attrition, contracts that end, advisers who start, pace',
      method:
        'A twelfth of the yearly attrition per month; who starts is worth ramp x school factor; planned starts x growth_signal, limited to 0 to 1.5',
      keys: Object.keys(projectedMonth.shape),
      example: 'capacity project --input src/rooms/capacity/examples/plan.json',
    }),
  },
  input: z.object({
    input: jsonInput(
      'JSON file: base_fte, attrition_per_year, productivity_hours_per_fte_year[], ramp[], starts[], planned[], graduates[], graduate_factor, graduate_school_months, growth_signal (0 to 1.5, limited to it); optional first_month (2019-01), contract_ends[]',
    ),
  }),
  output: z.array(projectedMonth).readonly(),
  roles: [...roles],
  reach: 'none',
  standsAlone: true,
  machineOnly: true,
  refusals: {
    unequal_months: CAPACITY_REFUSALS.unequal_months,
    bad_amount: CAPACITY_REFUSALS.bad_amount,
    bad_share: CAPACITY_REFUSALS.bad_share,
    no_ramp: CAPACITY_REFUSALS.no_ramp,
    more_ends_than_advisers: CAPACITY_REFUSALS.more_ends_than_advisers,
    bad_first_month: CAPACITY_REFUSALS.bad_first_month,
  },
});

export const funnelCaseShape = z.object({
  funnel: z.object({
    applicants: z.number(),
    hired: z.number(),
    needed_hires: z.number().default(SCALE_UP_FTE_2019),
    decided: z.number().nullable().default(null),
    applications_by_month: numbers.optional(),
    lag_shares: numbers.optional(),
  }),
});
export type FunnelCase = z.output<typeof funnelCaseShape>;

const funnelOutput = z.object({
  applicants: z.number(),
  hired: z.number(),
  conversion: z.number(),
  neededHires: z.number(),
  neededApplicants: z.number(),
  remainingApplicants: z.number(),
  label: words,
  hiresByMonth: z
    .array(z.object({ mean: z.number(), low: z.number(), high: z.number() }).readonly())
    .readonly()
    .nullable(),
});

export const funnel = contract({
  name: 'capacity.funnel',
  method: 'POST',
  path: '/capacity/funnel',
  reads: true,
  summary: {
    nl: 'Werving: wat de momentopname rekent, en verwachte starts zodra over kandidaten is besloten',
    en: commandHelp({
      does: 'Recruitment: what the snapshot computes, and expected starts once candidates are decided on',
      method: 'Conversion only over candidates decided on; 95 % limits of chance and of the conversion, normal',
      keys: Object.keys(funnelOutput.shape),
      example: 'capacity funnel --input src/rooms/capacity/examples/plan.json',
    }),
  },
  input: z.object({
    input: jsonInput(
      'JSON file: {"funnel": {"applicants", "hired"}}; optional needed_hires (450), decided, applications_by_month[], lag_shares[]',
    ),
  }),
  output: funnelOutput,
  roles: [...roles],
  reach: 'none',
  standsAlone: true,
  machineOnly: true,
  refusals: {
    bad_amount: CAPACITY_REFUSALS.bad_amount,
    bad_share: CAPACITY_REFUSALS.bad_share,
    no_hires: CAPACITY_REFUSALS.no_hires,
    conversion_unknown: CAPACITY_REFUSALS.conversion_unknown,
  },
});

import type { Words } from '../../platform/contract.ts';
import { normalQuantile } from '../../stats/index.ts';
import type { NotEstimable } from '../forecast/index.ts';
import { notEstimable } from './refusals.ts';

export const RUNNING_PROCESS: Words = {
  nl: 'Alleen rekenwerk: kandidaten en aangenomen mensen zijn een momentopname van een lopende werving, geen slagingskans.',
  en: 'Arithmetic only: candidates and hires are a snapshot of a running process, not a conversion rate.',
};

/** Hires over candidates at one moment, and what that ratio would ask; arithmetic only. */
export interface FunnelArithmetic {
  readonly applicants: number;
  readonly hired: number;
  readonly conversion: number;
  readonly neededHires: number;
  readonly neededApplicants: number;
  readonly remainingApplicants: number;
  readonly label: Words;
}

/** Divides; refuses numbers that are no counts, more hires than applicants, and no hires at all. */
export function funnelArithmetic(
  applicants: number,
  hired: number,
  neededHires: number,
): FunnelArithmetic | NotEstimable<string> {
  for (const [name, count] of Object.entries({ applicants, hired, needed_hires: neededHires }))
    if (!(Number.isFinite(count) && count >= 0)) return notEstimable('bad_amount', `${name}: ${count}`);
  if (hired > applicants) return notEstimable('bad_share', `${hired} / ${applicants}`);
  if (hired === 0) return notEstimable('no_hires', `${hired} / ${applicants}`);
  const conversion = hired / applicants;
  const neededApplicants = neededHires / conversion;
  const remainingApplicants = Math.max(0, neededApplicants - applicants);
  return { applicants, hired, conversion, neededHires, neededApplicants, remainingApplicants, label: RUNNING_PROCESS };
}

/** Applications to come and what is known of how they end. */
export interface FunnelPlan {
  readonly applicationsByMonth: readonly number[];
  /** Share of the eventual hires that start 0, 1, 2, ... months after they applied; adds up to one. */
  readonly lagShares: readonly number[];
  /** Candidates whose application has ended, and how many of those were hired; null while nobody knows. */
  readonly decided: number | null;
  readonly hiredOfDecided: number;
}

/** Hires expected in a month with 95 % limits. */
export interface ExpectedHires {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Hires per month from applications, lags and conversion. The limits hold what chance does to the hires and how uncertain
 * the conversion is: variance n p (1 - p) + n^2 p (1 - p) / decided, normal, not below zero. Refuses a conversion that
 * nobody can know yet.
 */
export function projectHires(plan: FunnelPlan): readonly ExpectedHires[] | NotEstimable<string> {
  const { applicationsByMonth, lagShares, decided, hiredOfDecided } = plan;
  if (decided === null || decided <= 0) return notEstimable('conversion_unknown');
  if (hiredOfDecided < 0 || hiredOfDecided > decided)
    return notEstimable('bad_share', `${hiredOfDecided} / ${decided}`);
  const lagTotal = lagShares.reduce((sum, share) => sum + share, 0);
  if (lagShares.some((share) => !(share >= 0)) || Math.abs(lagTotal - 1) > 1e-9)
    return notEstimable('bad_share', `lagShares: ${lagTotal}`);
  const wrong = applicationsByMonth.find((count) => !(Number.isFinite(count) && count >= 0));
  if (wrong !== undefined) return notEstimable('bad_amount', String(wrong));
  const p = hiredOfDecided / decided;
  const reach = normalQuantile(0.975);
  return applicationsByMonth.map((_, month) => {
    const reached = lagShares.reduce((sum, share, lag) => sum + share * (applicationsByMonth[month - lag] ?? 0), 0);
    const spread = reach * Math.sqrt(p * (1 - p) * (reached + reached ** 2 / decided));
    return { mean: reached * p, low: Math.max(0, reached * p - spread), high: reached * p + spread };
  });
}

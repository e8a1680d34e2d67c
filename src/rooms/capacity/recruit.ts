import { isNotEstimable, type NotEstimable } from '../forecast/index.ts';
import type { FunnelCase } from './contract.ts';
import { type ExpectedHires, type FunnelArithmetic, funnelArithmetic, projectHires } from './funnel.ts';

/** The arithmetic of a funnel, and hires by month when the file has applications with lags. */
export interface Recruitment extends FunnelArithmetic {
  readonly hiresByMonth: readonly ExpectedHires[] | null;
}

/** Computes a case as it is written in a file. */
export function recruitmentCase({ funnel }: FunnelCase): Recruitment | NotEstimable<string> {
  const sums = funnelArithmetic(funnel.applicants, funnel.hired, funnel.needed_hires);
  if (isNotEstimable(sums)) return sums;
  if (funnel.applications_by_month === undefined) return { ...sums, hiresByMonth: null };
  const hiresByMonth = projectHires({
    applicationsByMonth: funnel.applications_by_month,
    lagShares: funnel.lag_shares ?? [1],
    decided: funnel.decided,
    hiredOfDecided: funnel.hired,
  });
  return isNotEstimable(hiresByMonth) ? hiresByMonth : { ...sums, hiresByMonth };
}

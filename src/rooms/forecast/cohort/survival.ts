import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** Hazard per month of leaving benefit when a share `at12Months` is still in benefit after twelve months. */
export function hazardFrom12Months(at12Months: number): number | NotEstimable {
  if (!(at12Months > 0 && at12Months < 1)) return notEstimable('bad_survival', String(at12Months));
  return -Math.log(at12Months) / 12;
}

/** Share still in benefit at the middle of month k of the own spell, constant `hazard` per month: exp(-hazard (k + 1/2)). */
export function survivalMidMonth(hazard: number, months: number): Float64Array {
  return Float64Array.from({ length: months }, (_, k) => Math.exp(-hazard * (k + 0.5)));
}

/**
 * Expected client-months in service per client in calendar month k after the month of entry, entry uniform within the
 * month and a constant `hazard` per month. With a = (1 - exp(-hazard)) / hazard: month 0 gives (1 - a) / hazard, month k
 * gives a^2 exp(-hazard (k - 1)); together 1 / hazard.
 */
export function monthsInService(hazard: number, months: number): Float64Array {
  const share = (1 - Math.exp(-hazard)) / hazard;
  return Float64Array.from({ length: months }, (_, k) =>
    k === 0 ? (1 - share) / hazard : share * share * Math.exp(-hazard * (k - 1)),
  );
}

/** What is known of one inflow cohort: who left in each observed month since entry, who fell out of observation. */
export interface CohortExits {
  readonly clients: number;
  /** Exits in months 0, 1, ... since entry; its length is the number of months observed (the rest is censored right). */
  readonly exits: readonly number[];
  /** Clients lost to observation in the same months (moved out of reach of the register); absent = none. */
  readonly censored?: readonly number[];
}

/** Actuarial life table pooled over cohorts, one value per month since entry. */
export interface LifeTable {
  /** Clients under observation at the start of the month. */
  readonly atRisk: Float64Array;
  readonly exits: Float64Array;
  readonly censored: Float64Array;
  /** Share still in benefit at the end of the month. */
  readonly survival: Float64Array;
}

/**
 * Actuarial survival in benefit: in month k the exits d and those censored c give q = d / (n - c / 2), survival is the
 * product of 1 - q (Cutler and Ederer 1958). A cohort whose observation ends before month k is not at risk in it: its
 * survivors are censored at the end of its last month. Refuses negative counts and more exits than clients.
 */
export function lifeTable(cohorts: readonly CohortExits[]): LifeTable | NotEstimable {
  const months = cohorts.reduce((most, cohort) => Math.max(most, cohort.exits.length), 0);
  const atRisk = new Float64Array(months);
  const exits = new Float64Array(months);
  const censored = new Float64Array(months);
  for (const [row, cohort] of cohorts.entries()) {
    let left = cohort.clients;
    if (!Number.isFinite(left) || left < 0) return notEstimable('bad_inflow', `${row}: ${left}`);
    for (let k = 0; k < cohort.exits.length; k++) {
      const out = cohort.exits[k] ?? 0;
      const lost = cohort.censored?.[k] ?? 0;
      if (!(out >= 0 && lost >= 0) || out + lost > left) return notEstimable('more_exits_than_clients', `${row}: ${k}`);
      atRisk[k] = (atRisk[k] ?? 0) + left;
      exits[k] = (exits[k] ?? 0) + out;
      censored[k] = (censored[k] ?? 0) + lost;
      left -= out + lost;
    }
  }
  return { atRisk, exits, censored, survival: actuarial(atRisk, exits, censored) };
}

function actuarial(atRisk: Float64Array, exits: Float64Array, censored: Float64Array): Float64Array {
  let surviving = 1;
  return atRisk.map((n, k) => {
    const exposed = n - (censored[k] ?? 0) / 2;
    if (exposed > 0) surviving *= 1 - (exits[k] ?? 0) / exposed;
    return Math.max(0, surviving);
  });
}

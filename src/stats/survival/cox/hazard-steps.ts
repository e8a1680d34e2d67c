import type { Fitted } from './fitted.ts';
import { type RiskSums, riskSums } from './risk-sums.ts';
import { noTies, sumTies } from './tie-rule.ts';

/** Running sums over the slots of each stratum, from its first slot on. */
interface HazardSteps {
  readonly sums: RiskSums;
  /** Cumulative hazard at the mean covariates. */
  readonly hazard: Float64Array;
  readonly spared: Float64Array;
  /** Cumulative sum of (mean covariates at risk) x hazard, and the part that events are spared; slot x width. */
  readonly drift: Float64Array;
  readonly sparedDrift: Float64Array;
  /** Mean covariates that the events of a slot met, averaged over its ties; slot x width. */
  readonly met: Float64Array;
}

/** All that residuals, baseline and tests need of the fitted hazard. */
export function hazardSteps({ sets, coef, hazardTies }: Fitted): HazardSteps {
  const efron = hazardTies === 'efron';
  const { deaths, first, width } = sets;
  const sums = riskSums(sets, coef, { ties: efron });
  const slots = deaths.length;
  const hazard = new Float64Array(slots);
  const spared = new Float64Array(slots);
  const drift = new Float64Array(slots * width);
  const sparedDrift = new Float64Array(slots * width);
  const met = new Float64Array(slots * width);
  const tie = noTies();
  for (let s = 0; s + 1 < first.length; s++) {
    for (let slot = (first[s] as number) + 1; slot < (first[s + 1] as number); slot++) {
      const d = deaths[slot] as number;
      sumTies(tie, d, { all: sums.all[slot] as number, own: sums.own[slot] as number, efron });
      hazard[slot] = (hazard[slot - 1] as number) + tie.hazard;
      spared[slot] = tie.spared;
      for (let at = slot * width; at < (slot + 1) * width; at++) {
        const all = sums.allX[at] as number;
        const own = sums.ownX[at] as number;
        drift[at] = (drift[at - width] as number) + all * tie.square0 - own * tie.square1;
        sparedDrift[at] = all * tie.square1 - own * tie.square2;
        met[at] = (all * tie.hazard - own * tie.spared) / d;
      }
    }
  }
  return { sums, hazard, spared, drift, sparedDrift, met };
}

import { QUANTILES } from '../forecast.ts';
import { symmetricError } from './measures.ts';

/** One forecast against what came: per step the actual (null = unknown or masked), the mean and the quantiles. */
export type Outcome = {
  readonly level: string;
  /** Which earlier end it was made from. */
  readonly origin: number;
  /** Scale for the MASE from the training part; undefined leaves the series out of the MASE. */
  readonly scale: number | undefined;
  readonly actual: readonly (number | null)[];
  readonly mean: Float64Array;
  readonly quantiles: readonly Float64Array[];
};

/** Accuracy of one level at one step, the mean over series and origins; null where nothing can be said. */
export type StepAccuracy = {
  readonly level: string;
  readonly step: number;
  readonly mase: number | null;
  readonly smape: number | null;
  readonly coverage95: number | null;
  /** Earlier ends that were measured, and outcomes from all of them. */
  readonly origins: number;
  readonly outcomes: number;
};

type Tally = {
  mase: number;
  maseCount: number;
  smape: number;
  covered: number;
  count: number;
  readonly origins: Set<number>;
};

/** Averages outcomes per level (in order of appearance) and step; with more than one level also `ALL` at the end. */
export function accuracyByStep(outcomes: readonly Outcome[]): readonly StepAccuracy[] {
  const levels = [...new Set(outcomes.map(({ level }) => level))];
  const tallies = new Map<string, Tally[]>();
  for (const outcome of outcomes) {
    for (const level of levels.length > 1 ? [outcome.level, 'ALL'] : [outcome.level]) {
      const steps = tallies.get(level) ?? [];
      tallies.set(level, steps);
      addOutcome(steps, outcome);
    }
  }
  return [...levels, ...(levels.length > 1 ? ['ALL'] : [])].flatMap((level) =>
    (tallies.get(level) ?? []).map((tally, h) => ({
      level,
      step: h + 1,
      mase: tally.maseCount > 0 ? tally.mase / tally.maseCount : null,
      smape: tally.count > 0 ? tally.smape / tally.count : null,
      coverage95: tally.count > 0 ? tally.covered / tally.count : null,
      origins: tally.origins.size,
      outcomes: tally.count,
    })),
  );
}

function addOutcome(steps: Tally[], outcome: Outcome): void {
  const low = QUANTILES.indexOf(0.025);
  const high = QUANTILES.indexOf(0.975);
  outcome.actual.forEach((actual, h) => {
    steps[h] ??= { mase: 0, maseCount: 0, smape: 0, covered: 0, count: 0, origins: new Set() };
    const tally = steps[h];
    if (actual === null) return;
    const forecast = outcome.mean[h]!;
    const band = outcome.quantiles[h]!;
    tally.count += 1;
    tally.origins.add(outcome.origin);
    tally.smape += symmetricError(actual, forecast);
    if (actual >= band[low]! && actual <= band[high]!) tally.covered += 1;
    if (outcome.scale === undefined) return;
    tally.mase += Math.abs(actual - forecast) / outcome.scale;
    tally.maseCount += 1;
  });
}

/** The scale on which a confidence interval of a survival chance is symmetric. */
export type IntervalScale = 'log' | 'log-log' | 'plain' | 'logit' | 'arcsin';

export const INTERVAL_SCALES: readonly IntervalScale[] = ['log', 'log-log', 'plain', 'logit', 'arcsin'];

export interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Pointwise interval of a survival chance, cut to [0, 1]. At a chance of 1 nothing has happened yet and the interval is
 * the point itself; at 0 the error is not defined and the result is null.
 * @param surv the chance. @param seLog standard error of its logarithm. @param z quantile of the normal (1.96 for 95 %).
 * Source: Kalbfleisch & Prentice (2002), section 1.4; Borgan & Liestøl (1990) for the arcsine.
 */
export function survivalInterval(
  scale: IntervalScale,
  surv: number,
  { seLog, z }: { readonly seLog: number; readonly z: number },
): Limits | null {
  if (surv >= 1) return { low: 1, high: 1 };
  if (surv <= 0 || !Number.isFinite(seLog)) return null;
  const step = z * seLog;
  switch (scale) {
    case 'plain':
      return { low: Math.max(0, surv - step * surv), high: Math.min(1, surv + step * surv) };
    case 'log':
      return { low: surv * Math.exp(-step), high: Math.min(1, surv * Math.exp(step)) };
    case 'log-log': {
      const hazard = -Math.log(surv);
      const factor = Math.exp(step / hazard);
      return { low: Math.exp(-hazard * factor), high: Math.exp(-hazard / factor) };
    }
    case 'logit': {
      const odds = surv / (1 - surv);
      const factor = Math.exp(step / (1 - surv));
      return { low: odds / (factor + odds), high: (odds * factor) / (1 + odds * factor) };
    }
    case 'arcsin': {
      const angle = Math.asin(Math.sqrt(surv));
      const half = 0.5 * step * Math.sqrt(surv / (1 - surv));
      return {
        low: Math.sin(Math.max(0, angle - half)) ** 2,
        high: Math.sin(Math.min(Math.PI / 2, angle + half)) ** 2,
      };
    }
  }
}

/**
 * The same interval for a cumulative hazard H = -log S: symmetric in H itself on the `log` scale, in log H on `log-log`,
 * through S = exp(-H) on the others. Null where the upper limit is not finite.
 * @param se standard error of H.
 */
export function hazardInterval(
  scale: IntervalScale,
  hazard: number,
  { se, z }: { readonly se: number; readonly z: number },
): Limits | null {
  if (hazard <= 0) return { low: 0, high: 0 };
  if (scale === 'log') return { low: Math.max(0, hazard - z * se), high: hazard + z * se };
  if (scale === 'log-log') {
    const factor = Math.exp((z * se) / hazard);
    return { low: hazard / factor, high: hazard * factor };
  }
  const limits = survivalInterval(scale, Math.exp(-hazard), { seLog: se, z });
  if (limits === null || limits.low <= 0) return null;
  return { low: limits.high >= 1 ? 0 : -Math.log(limits.high), high: -Math.log(limits.low) };
}

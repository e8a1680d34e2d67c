import { normalQuantile, normalUpper } from '../distributions/normal.ts';

/** Alpha spending of O'Brien-Fleming type, of Pocock type, and by a power of the information. */
export type SpendingType = 'asOF' | 'asP' | 'asKD';

/**
 * Alpha that may be spent by each look (one-sided).
 * Source: K. K. G. Lan, D. L. DeMets, Biometrika 70 (1983); K. Kim, D. L. DeMets, Biometrika 74 (1987).
 */
export function spentAlpha(
  type: SpendingType,
  information: readonly number[],
  { alpha, gamma }: { alpha: number; gamma: number },
): number[] {
  return information.map((t) => {
    const share = Math.min(t, 1);
    switch (type) {
      case 'asOF':
        return 2 * normalUpper(-normalQuantile(alpha / 2) / Math.sqrt(share));
      case 'asP':
        return alpha * Math.log1p((Math.E - 1) * share);
      case 'asKD':
        return alpha * share ** gamma;
    }
  });
}

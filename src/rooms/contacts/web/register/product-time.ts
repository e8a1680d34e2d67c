import { type LocalMoment, localMomentOf } from '../../../../time/local-moment.ts';

/** When the product said `now`, and when that arrived by the clock of this computer, in milliseconds. */
export interface Reading {
  readonly now: string;
  readonly arrivedAt: number;
}

/**
 * Now in Amsterdam by the product's clock: that of a reading and what has passed here since. A computer whose clock is
 * ahead would give a moment that the product says has not come yet.
 */
export function momentByProduct({ now, arrivedAt }: Reading, here: number): LocalMoment {
  return localMomentOf(Date.parse(now) + Math.max(0, here - arrivedAt));
}

/** When the product said `now`, and when that arrived by the clock of this computer, in milliseconds. */
export interface Reading {
  readonly now: string;
  readonly arrivedAt: number;
}

/**
 * HH:MM in Amsterdam by the product's clock: that of a reading and what has passed here since. A computer whose clock is
 * ahead would give a moment that the product says has not come yet.
 */
export function timeByProduct({ now, arrivedAt }: Reading, here: number): string {
  return timeInAmsterdam(Date.parse(now) + Math.max(0, here - arrivedAt));
}

/** HH:MM in Amsterdam of a moment in milliseconds. */
export function timeInAmsterdam(at: number): string {
  const style = { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(at);
}

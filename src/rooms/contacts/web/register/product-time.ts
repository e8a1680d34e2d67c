/** When the product said `now`, and when that arrived by the clock of this computer, in milliseconds. */
export interface Reading {
  readonly now: string;
  readonly arrivedAt: number;
}

/** A day and a time of day in Amsterdam: YYYY-MM-DD and HH:MM. */
export interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

/**
 * Now in Amsterdam by the product's clock: that of a reading and what has passed here since. A computer whose clock is
 * ahead would give a moment that the product says has not come yet.
 */
export function momentByProduct({ now, arrivedAt }: Reading, here: number): LocalMoment {
  const at = Date.parse(now) + Math.max(0, here - arrivedAt);
  return { date: new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at), time: timeInAmsterdam(at) };
}

const timeZone = 'Europe/Amsterdam';

/** HH:MM in Amsterdam of a moment in milliseconds. */
export function timeInAmsterdam(at: number): string {
  const style = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', style).format(at);
}

/** Digits within which a survival chance counts as exactly the level asked for. */
const SAME = 1e-9;

/**
 * First time at which a falling step curve lies below the level. Where it runs exactly at the level, the middle of that
 * stretch (which, when the curve stops there, cannot be known: its start). Null when the level is not reached.
 * @param surv heights after each time; null entries count as not below.
 * Source: Brookmeyer & Crowley (1982), with the midpoint rule of Miller (1981).
 */
export function curveQuantile(time: ArrayLike<number>, surv: ArrayLike<number | null>, level: number): number | null {
  for (let j = 0; j < time.length; j++) {
    const height = surv[j] ?? null;
    if (height === null || height > level + SAME) continue;
    const at = time[j] as number;
    if (height < level - SAME) return at;
    for (let next = j + 1; next < time.length; next++) {
      const later = surv[next] ?? null;
      if (later !== null && later < level - SAME) return (at + (time[next] as number)) / 2;
    }
    return at;
  }
  return null;
}

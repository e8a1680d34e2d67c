import type { Actor } from '../../platform/access.ts';

/** The scheme without health-related content. */
export const openScheme = 'WW';

/**
 * Whether what is due in a scheme may be shown to the actor. WIA and Wajong tell of health: an adviser whose formation
 * serves only WW learns that something is due by a date, not what.
 */
export function isSchemeShown(actor: Pick<Actor, 'role' | 'marks'>, scheme: string): boolean {
  if (scheme === openScheme || actor.role !== 'adviser') return true;
  return actor.marks.includes('wia_wajong');
}

/** The one scheme that the actor is shown; null: all of them. For statements that pick the last of several. */
export function onlySchemeShown(actor: Pick<Actor, 'role' | 'marks'>): string | null {
  return isSchemeShown(actor, 'WIA_WGA') ? null : openScheme;
}

/**
 * Where enrolled benefits stand by their latest profile; `not-valid`: expired or none. `unprofiled`: started 28 days ago
 * or longer without a profile, enrolled or not (asked of WW).
 */
export const profileParts = ['not-valid', 'none', 'expired', 'valid', 'unprofiled'] as const;
export type ProfilePart = (typeof profileParts)[number];

export type ProfileFault = 'assessed_in_future' | 'expired_when_assessed';

/** What is wrong with the dates of a profile (`YYYY-MM-DD`): the first thing, or null. */
export function decideProfileDates(
  { assessedOn, validUntil }: { readonly assessedOn: string; readonly validUntil?: string | undefined },
  today: string,
): ProfileFault | null {
  if (assessedOn > today) return 'assessed_in_future';
  return validUntil !== undefined && validUntil < assessedOn ? 'expired_when_assessed' : null;
}

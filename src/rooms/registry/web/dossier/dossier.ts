import type { OutputOf } from '../../../../platform/contract.ts';
import type { showClient } from '../../index.ts';

export type Dossier = OutputOf<typeof showClient>;
export type Benefit = Dossier['benefits'][number];
export type Profile = Dossier['profiles'][number];

/** What was entered on a card, for the line with its undo. */
export interface SavedEntry {
  readonly entryId: number | null;
  readonly sentence: string;
  readonly meanwhile: readonly { readonly action: string; readonly by: string; readonly at: string }[];
}

/** Whether something from `from` up to `to` (the first day without) holds on a day. */
export function isOpenOn(of: { readonly from: string; readonly to: string | null }, day: string): boolean {
  return of.from <= day && (of.to === null || of.to > day);
}

/** The benefits that are open on a day, the newest first; the closed ones. */
export function splitBenefits(
  benefits: readonly Benefit[],
  today: string,
): { readonly open: readonly Benefit[]; readonly closed: readonly Benefit[] } {
  const sorted = benefits.toSorted((a, b) => (a.startDate < b.startDate ? 1 : -1));
  const isOpen = (of: Benefit) => isOpenOn({ from: of.startDate, to: of.endDate }, today);
  return { open: sorted.filter(isOpen), closed: sorted.filter((of) => !isOpen(of)) };
}

/** Of the spells of one benefit: the one that holds on a day (or is still to begin), and the others, newest first. */
export function splitSpells<
  Spell extends { readonly benefitId: string; readonly from: string; readonly to: string | null },
>(
  spells: readonly Spell[],
  { benefitId, today }: { readonly benefitId: string; readonly today: string },
): { readonly current: Spell | null; readonly earlier: readonly Spell[] } {
  const own = spells.filter((of) => of.benefitId === benefitId).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const current = own.find((of) => of.to === null || of.to > today) ?? null;
  return { current, earlier: own.filter((of) => of !== current) };
}

/** The profile that holds: the latest one, of those of one day the last id. Whether it expired is for who asks. */
export function findLatestProfile<
  Of extends { readonly profileId: string; readonly benefitId: string; readonly assessedOn: string },
>(profiles: readonly Of[], benefitId?: string): Of | undefined {
  const place = (of: Of) => `${of.assessedOn} ${of.profileId}`;
  return profiles
    .filter((of) => benefitId === undefined || of.benefitId === benefitId)
    .toSorted((a, b) => (place(a) < place(b) ? 1 : -1))[0];
}

/** Whether a profile is valid on a day: `validUntil` is the first day without. */
export function isProfileValid(of: { readonly validUntil: string | null }, day: string): boolean {
  return of.validUntil === null || of.validUntil > day;
}

/** Whole years between two dates. */
export function yearsBetween(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

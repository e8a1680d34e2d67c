/** A spell in whose caseload a benefit is: [from, to). */
export interface AssignmentSpell {
  readonly benefitId: string;
  readonly from: string;
  readonly to: string | null;
  readonly adviserId: string;
}

/**
 * The spells to write for a hand-over from a day on: what runs on that day ends there, and the new caseload begins. A
 * spell that began that very day is replaced.
 */
export function planHandOver(
  spells: readonly AssignmentSpell[],
  {
    benefitIds,
    adviserId,
    from,
  }: { readonly benefitIds: readonly string[]; readonly adviserId: string; readonly from: string },
): readonly AssignmentSpell[] {
  const ended = spells
    .filter((spell) => benefitIds.includes(spell.benefitId) && spell.from < from)
    .map((spell) => ({ ...spell, to: from }));
  return [...ended, ...benefitIds.map((benefitId) => ({ benefitId, from, to: null, adviserId }))];
}

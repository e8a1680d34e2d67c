/** A spell, half-open; `to` null = without end. Dates `YYYY-MM-DD`. */
export interface Spell {
  readonly from: string;
  readonly to: string | null;
}

export interface StandingSpell extends Spell {
  readonly key: string;
}
export interface ArrivingSpell extends StandingSpell {
  /** Order in the file. */
  readonly n: number;
}

/** Whether two spells share a day; an empty one shares none. */
export function shareDay(a: Spell, b: Spell): boolean {
  if (a.from === a.to || b.from === b.to) return false;
  return (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);
}

/**
 * Which arriving spells of one group are refused: first stand the versions in force of keys without an arriving spell,
 * then come the arriving ones in order. What is refused leaves its earlier version in force, so it is judged again with
 * that among the first, until nothing changes.
 */
export function refusedSpells(
  standing: readonly StandingSpell[],
  arriving: readonly ArrivingSpell[],
): ReadonlySet<number> {
  const refused = new Set<number>();
  const ordered = [...arriving].sort((a, b) => a.n - b.n);
  for (;;) {
    const before = refused.size;
    const open = ordered.filter((spell) => !refused.has(spell.n));
    const replaced = new Set(open.map((spell) => spell.key));
    const taken: Spell[] = standing.filter((spell) => !replaced.has(spell.key));
    for (const spell of open) {
      if (taken.some((other) => shareDay(other, spell))) refused.add(spell.n);
      else taken.push(spell);
    }
    if (refused.size === before) return refused;
  }
}

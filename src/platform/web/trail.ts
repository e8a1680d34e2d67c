/** Between the starts of the pages; no place in a list holds it. */
const mark = '~~';

/** The way through the pages of a list, from its address: where each page after the first begins, the one shown last. */
export function readTrail(written: string | null): readonly string[] {
  return written?.split(mark).filter(Boolean) ?? [];
}

/** As it stands in the address; null for the first page. */
export function writeTrail(trail: readonly string[]): string | null {
  return trail.length === 0 ? null : trail.join(mark);
}

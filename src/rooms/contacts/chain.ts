/**
 * One row of a tree of corrections. Instants are RFC 3339 in UTC of one length (`2019-09-15T04:00:00.000000Z`), so that
 * they compare as text.
 */
export interface ChainRow {
  readonly contactId: string;
  /** The row that it replaces; a row of the same tree, or of no known one. */
  readonly corrects: string | null;
  /** Place in the order of (`registered_at`, `contact_id`): of competing rows the largest counts. */
  readonly rank: number;
  readonly registeredAt: string;
  readonly knownFrom: string;
  readonly outcome: string;
}

export interface VoidInterval {
  readonly from: string;
  /** Null = still. */
  readonly to: string | null;
}

export interface ChainState {
  readonly contactId: string;
  /** The instant from which the row is no longer valid; null = valid. Never before `knownFrom`. */
  readonly deadFrom: string | null;
  /** When what the row says was first reported: the row after the chain's last planned one, else the first row. */
  readonly reportedAt: string;
  /** Half-open intervals of knowledge in which the row's chain ends in `void`. */
  readonly voids: readonly VoidInterval[];
}

/**
 * What corrections do to each row of one tree: `rows` = a row without known target and all that correct it, directly
 * or not. Definitions: "Chains of corrections" in measures.md; since contacts are never withdrawn, one interval of
 * validity is enough.
 */
export function computeChain(rows: readonly ChainRow[]): readonly ChainState[] {
  const byId = new Map(rows.map((row) => [row.contactId, row]));
  const correctors = new Map<string, ChainRow[]>();
  for (const row of rows) {
    if (row.corrects === null) continue;
    const same = correctors.get(row.corrects);
    if (same === undefined) correctors.set(row.corrects, [row]);
    else same.push(row);
  }
  const tree: Tree = { byId, correctors };
  const voids = rows.some((row) => row.outcome === 'void') ? voidIntervals(rows, tree) : null;
  return rows.map((row) => ({
    contactId: row.contactId,
    deadFrom: deadFrom(row, tree),
    reportedAt: reportedAt(row, tree),
    voids: voids?.get(row.contactId) ?? [],
  }));
}

interface Tree {
  readonly byId: ReadonlyMap<string, ChainRow>;
  readonly correctors: ReadonlyMap<string, readonly ChainRow[]>;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Void from the start; else when a correction is known, or when it or what it corrects is beaten. */
function deadFrom(row: ChainRow, { byId, correctors }: Tree): string | null {
  if (row.outcome === 'void') return row.knownFrom;
  let dead: string | null = null;
  const die = (at: string) => {
    if (dead === null || at < dead) dead = at;
  };
  for (const correction of correctors.get(row.contactId) ?? []) die(later(row.knownFrom, correction.knownFrom));
  // What lies above counts from when the whole way up to it is known.
  let wayKnown = row.knownFrom;
  for (let at: ChainRow | undefined = row; at?.corrects != null; ) {
    for (const rival of correctors.get(at.corrects) ?? []) {
      if (rival.rank > at.rank) die(later(wayKnown, rival.knownFrom));
    }
    at = byId.get(at.corrects);
    if (at !== undefined) wayKnown = later(wayKnown, at.knownFrom);
  }
  return dead;
}

function reportedAt(row: ChainRow, { byId }: Tree): string {
  let following = row;
  for (;;) {
    const above = following.corrects === null ? undefined : byId.get(following.corrects);
    if (above === undefined || above.outcome === 'planned') return following.registeredAt;
    following = above;
  }
}

/** The end of each row's chain at each instant at which something becomes known. */
function voidIntervals(rows: readonly ChainRow[], tree: Tree): ReadonlyMap<string, readonly VoidInterval[]> {
  const instants = [...new Set(rows.map((row) => row.knownFrom))].sort();
  const intervals = new Map<string, { from: string; to: string | null }[]>(rows.map((row) => [row.contactId, []]));
  for (const instant of instants) {
    const endOf = makeEndOf(tree, instant);
    for (const row of rows) {
      if (row.knownFrom > instant) continue;
      const own = intervals.get(row.contactId) ?? [];
      const last = own.at(-1);
      const isVoid = endOf(row).outcome === 'void';
      const open = last !== undefined && last.to === null;
      if (isVoid && !open) own.push({ from: instant, to: null });
      if (!isVoid && open) last.to = instant;
    }
  }
  return intervals;
}

/**
 * The end of a row's chain as known at an instant: up as far as known (at an unknown target over to the competing row
 * that counts), then down along the rows that count.
 */
function makeEndOf({ byId, correctors }: Tree, instant: string): (row: ChainRow) => ChainRow {
  const winner = (target: string): ChainRow | null => {
    let best: ChainRow | null = null;
    for (const row of correctors.get(target) ?? []) {
      if (row.knownFrom <= instant && (best === null || row.rank > best.rank)) best = row;
    }
    return best;
  };
  return (row) => {
    let at = row;
    while (at.corrects !== null) {
      const above = byId.get(at.corrects);
      if (above === undefined || above.knownFrom > instant) {
        at = winner(at.corrects) ?? at;
        break;
      }
      at = above;
    }
    for (let next = winner(at.contactId); next !== null; next = winner(at.contactId)) at = next;
    return at;
  };
}

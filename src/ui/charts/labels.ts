/** About how wide a word is drawn at 14 px, for deciding where it fits; generous rather than exact. */
export function wordWidth(word: string): number {
  return word.length * 7.2;
}

/**
 * Labels at the ends of lines, moved apart where they would overlap: kept in order, at least `gap` apart,
 * inside top and bottom as far as there is room.
 */
export function spreadLabels(
  wanted: readonly number[],
  room: { readonly gap: number; readonly top: number; readonly bottom: number },
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let least = room.top;
  for (const label of order) {
    label.y = Math.max(label.y, least);
    least = label.y + room.gap;
  }
  let most = room.bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, most);
    most = label.y - room.gap;
  }
  const placed: number[] = [];
  for (const label of order) placed[label.index] = label.y;
  return placed;
}

export interface PlacedLabel {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Row below the marks, or `undefined` when there is no room: the table twin has the word. */
  readonly row: number | undefined;
}

/** Labels under marks on a line: centred, pushed inside the edges, in the first of a few rows where they do not touch. */
export function placeLabels(
  marks: readonly { readonly x: number; readonly word: string }[],
  room: { readonly left: number; readonly right: number; readonly rows: number },
): readonly PlacedLabel[] {
  const ends: number[] = Array.from({ length: room.rows }, () => Number.NEGATIVE_INFINITY);
  const order = marks.map((mark, index) => ({ ...mark, index })).sort((a, b) => a.x - b.x);
  const placed: PlacedLabel[] = [];
  for (const { x, word, index } of order) {
    const half = wordWidth(word) / 2;
    const anchor = x - half < room.left ? 'start' : x + half > room.right ? 'end' : 'middle';
    const start = anchor === 'start' ? room.left : anchor === 'end' ? room.right - 2 * half : x - half;
    const row = ends.findIndex((end) => end + 6 <= start);
    if (row >= 0) ends[row] = start + 2 * half;
    placed[index] = {
      x: anchor === 'start' ? room.left : anchor === 'end' ? room.right : x,
      anchor,
      row: row >= 0 ? row : undefined,
    };
  }
  return placed;
}

/** Labels above the ends of lines: one that would cover an earlier one is raised until it does not. */
export function raiseLabels(
  labels: readonly { readonly id: string; readonly word: string; readonly x: number; readonly y: number }[],
): ReadonlyMap<string, { readonly x: number; readonly y: number }> {
  const placed: { id: string; word: string; x: number; y: number }[] = [];
  for (const label of labels.toSorted((a, b) => b.y - a.y)) {
    let y = label.y;
    const near = placed.filter(
      (other) => Math.abs(other.x - label.x) < (wordWidth(other.word) + wordWidth(label.word)) / 2,
    );
    for (const other of near.toSorted((a, b) => b.y - a.y)) {
      if (Math.abs(other.y - y) < 16) y = other.y - 16;
    }
    placed.push({ ...label, y });
  }
  return new Map(placed.map((label) => [label.id, label]));
}

/**
 * Names a combination of columns: its cells with a slash between them. A slash inside a cell is marked, so that `A/B`, `C`
 * and `A`, `B/C` do not become one stratum.
 */
export function stratumName(cells: readonly string[]): string {
  const [only = ''] = cells;
  return cells.length === 1 ? only : cells.map((cell) => cell.replaceAll(/[\\/]/g, '\\$&')).join('/');
}

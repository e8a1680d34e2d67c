/** Two-way tables with their totals as a circulation: each published number is an edge along which a count may rise or fall. */
export interface Cell {
  /** Node that a rise of this count leaves, and the one that it enters. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

interface Arc {
  readonly to: number;
  readonly cell: number;
  readonly cost: number;
}

/** Arcs on which counts can move: up for ever, down while at least one is left, since zeros are always shown. */
function arcsOf(cells: readonly Cell[], cost: (cell: number) => number, without: number): Arc[][] {
  const arcs: Arc[][] = [];
  const add = (from: number, arc: Arc) => {
    (arcs[from] ??= []).push(arc);
  };
  cells.forEach((cell, i) => {
    const price = cost(i);
    if (i === without || price === Number.POSITIVE_INFINITY) return;
    add(cell.from, { to: cell.to, cell: i, cost: price });
    if (cell.value >= 2) add(cell.to, { to: cell.from, cell: i, cost: price });
  });
  return arcs;
}

/** Cheapest way from one node to another, as the cells it uses (Dijkstra); undefined when there is none. */
function cheapestPath(arcs: Arc[][], start: number, goal: number): { cost: number; cells: number[] } | undefined {
  const cost = new Map<number, number>([[start, 0]]);
  const cameBy = new Map<number, { node: number; cell: number }>();
  const done = new Set<number>();
  for (;;) {
    let node: number | undefined;
    for (const [candidate, reached] of cost) {
      if (!done.has(candidate) && (node === undefined || reached < (cost.get(node) as number))) node = candidate;
    }
    if (node === undefined) return undefined;
    if (node === goal) break;
    done.add(node);
    for (const arc of arcs[node] ?? []) {
      const through = (cost.get(node) as number) + arc.cost;
      if (through < (cost.get(arc.to) ?? Number.POSITIVE_INFINITY)) {
        cost.set(arc.to, through);
        cameBy.set(arc.to, { node, cell: arc.cell });
      }
    }
  }
  const cells: number[] = [];
  for (let at = goal; at !== start; ) {
    const step = cameBy.get(at) as { node: number; cell: number };
    cells.push(step.cell);
    at = step.node;
  }
  return { cost: cost.get(goal) as number, cells };
}

/**
 * Chooses which cells to hide: those from 1 up to `below`, and with each of them enough others that the hidden counts can
 * change together, without any shown number changing. A reader who knows the method, and so that no hidden count is zero,
 * then finds at least two values for every hidden cell. The others are chosen for the least count hidden per cell.
 * Source: M. Fischetti, J. J. Salazar, JASA 95 (2000), on cell suppression as flow in a network.
 */
export function hiddenCells(cells: readonly Cell[], below: number): Set<number> {
  const hidden = new Set<number>();
  cells.forEach(({ value }, i) => {
    if (value > 0 && value < below) hidden.add(i);
  });
  const small = Array.from(hidden);
  for (const i of small) {
    const { from, to, value } = cells[i] as Cell;
    const price = (cell: number) => {
      if (hidden.has(cell)) return 0;
      const count = (cells[cell] as Cell).value;
      return count > 0 ? count : Number.POSITIVE_INFINITY;
    };
    const arcs = arcsOf(cells, price, i);
    const up = cheapestPath(arcs, to, from);
    const down = value >= 2 ? cheapestPath(arcs, from, to) : undefined;
    const chosen = down && (!up || down.cost < up.cost) ? down : up;
    for (const cell of chosen?.cells ?? []) hidden.add(cell);
  }
  return hidden;
}

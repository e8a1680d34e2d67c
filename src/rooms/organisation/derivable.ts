/** One sum of counts as an equation: what is shown stands on the other side. */
export type Equation = ReadonlyMap<string, number>;

const isZero = (value: number) => Math.abs(value) < 1e-9;

/**
 * The unknowns whose value follows from equations of which all else is known, by elimination (Gauss and Jordan): in the
 * reduced equations they stand alone.
 */
export function listDerivable(equations: readonly Equation[]): readonly string[] {
  const reduced: { readonly pivot: string; row: Map<string, number> }[] = [];
  for (const equation of equations) {
    let row = new Map(equation);
    for (const known of reduced) row = without(row, known);
    const [pivot] = row.keys();
    if (pivot === undefined) continue;
    for (const known of reduced) known.row = without(known.row, { pivot, row });
    reduced.push({ pivot, row });
  }
  return reduced.flatMap(({ pivot, row }) => (row.size === 1 ? [pivot] : []));
}

/** The equation with the other one taken off so often that its pivot goes. */
function without(
  equation: Equation,
  { pivot, row }: { readonly pivot: string; readonly row: Equation },
): Map<string, number> {
  const left = new Map(equation);
  const times = (left.get(pivot) ?? 0) / (row.get(pivot) as number);
  if (times === 0) return left;
  for (const [id, value] of row) {
    const rest = (left.get(id) ?? 0) - times * value;
    if (isZero(rest)) left.delete(id);
    else left.set(id, rest);
  }
  return left;
}

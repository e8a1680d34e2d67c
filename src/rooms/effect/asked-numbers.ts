/** Flags that name columns of labels, of which nothing is computed. */
const LABELS: ReadonlySet<string> = new Set(['data', 'strata', 'by', 'cluster', 'fixedEffects']);

/** Columns from which a command reads numbers; one without such flags (a table of counts) reads all but the first. */
export function askedNumbers(input: object, header: readonly string[]): ReadonlySet<string> {
  const named = Object.entries(input)
    .filter(([flag]) => !LABELS.has(flag))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string')
    .flatMap((value) => value.split('*'))
    .map((part) => part.trim().replace(/\^[2-9]$/, ''));
  const columns = named.filter((name) => header.includes(name));
  return new Set(columns.length > 0 ? columns : header.slice(1));
}

/** A straight scale from data to pixels. A domain without width puts everything in the middle. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const [from, to] = domain;
  const [start, end] = range;
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Points of a line as SVG wants them; a missing value breaks the line, so this gives one string per unbroken piece. */
export function pieces(points: readonly { readonly x: number; readonly y: number | undefined }[]): readonly string[] {
  const found: string[][] = [[]];
  for (const point of points) {
    if (point.y === undefined) found.push([]);
    else found.at(-1)?.push(`${round(point.x)},${round(point.y)}`);
  }
  return found.filter((piece) => piece.length > 0).map((piece) => piece.join(' '));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Minimum of a function of one variable on [low, high]: a grid of `cells` to find the valley, then golden-section
 * steps inside it until the bracket is below `tolerance`.
 */
export function minimiseOnInterval(
  objective: (x: number) => number,
  bounds: { readonly low: number; readonly high: number; readonly cells: number; readonly tolerance: number },
): { readonly x: number; readonly value: number } {
  const width = (bounds.high - bounds.low) / bounds.cells;
  let bestCell = 0;
  let bestValue = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= bounds.cells; i++) {
    const value = objective(bounds.low + i * width);
    if (value < bestValue) {
      bestValue = value;
      bestCell = i;
    }
  }
  let low = Math.max(bounds.low, bounds.low + (bestCell - 1) * width);
  let high = Math.min(bounds.high, bounds.low + (bestCell + 1) * width);
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = objective(left);
  let atRight = objective(right);
  while (high - low > bounds.tolerance) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = objective(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = objective(right);
    }
  }
  const x = atLeft <= atRight ? left : right;
  const value = Math.min(atLeft, atRight);
  return value <= bestValue ? { x, value } : { x: bounds.low + bestCell * width, value: bestValue };
}

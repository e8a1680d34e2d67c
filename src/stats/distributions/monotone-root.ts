/**
 * Solves tail(x) = target for a tail that falls from 1 to 0 over x > 0, by Newton steps on log tail against log x inside a
 * bracket that shrinks by bisection on the log scale where Newton would leave it.
 * @param density the tail's negative slope
 * @returns x with relative accuracy near 1e-14
 */
export function solveFallingTail(
  target: number,
  tail: (x: number) => number,
  { density, guess }: { density: (x: number) => number; guess: number },
): number {
  let low = guess > 0 && Number.isFinite(guess) ? guess : 1;
  let high = low;
  while (tail(low) < target && low > 1e-300) low /= 4;
  while (tail(high) > target && high < 1e300) high *= 4;
  let x = Math.min(high, Math.max(low, guess > 0 ? guess : 1));
  for (let i = 0; i < 200; i += 1) {
    const value = tail(x);
    if (value > target) low = Math.max(low, x);
    else high = Math.min(high, x);
    const slope = (density(x) * x) / value;
    const step = Math.log(value / target) / slope;
    let next = x * Math.exp(step);
    if (!(next > low && next < high)) next = Math.sqrt(low) * Math.sqrt(high);
    if (Math.abs(next - x) <= 1e-15 * x || next === low || next === high) return next;
    x = next;
  }
  return x;
}

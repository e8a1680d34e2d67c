/**
 * Minimises a function of a few variables without derivatives (Nelder and Mead 1965, standard coefficients).
 * Deterministic: the first simplex is `start` plus `step` along each axis. A non-finite value counts as infinitely bad.
 */
export function nelderMead(
  objective: (x: Float64Array) => number,
  start: readonly number[],
  options: { readonly step: readonly number[]; readonly maxEvaluations: number; readonly tolerance: number },
): { readonly x: Float64Array; readonly value: number } {
  const d = start.length;
  const points: Float64Array[] = [];
  const values: number[] = [];
  const evaluate = (x: Float64Array): number => {
    const value = objective(x);
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
  for (let i = 0; i <= d; i++) {
    const x = Float64Array.from(start);
    if (i > 0) x[i - 1] = (x[i - 1] ?? 0) + (options.step[i - 1] ?? 0.1);
    points.push(x);
    values.push(evaluate(x));
  }
  let evaluations = d + 1;
  const centre = new Float64Array(d);
  const along = (worst: Float64Array, t: number): Float64Array => {
    const x = new Float64Array(d);
    for (let j = 0; j < d; j++) x[j] = centre[j]! + t * (worst[j]! - centre[j]!);
    return x;
  };
  while (evaluations < options.maxEvaluations) {
    let best = 0;
    let worst = 0;
    for (let i = 1; i <= d; i++) {
      if (values[i]! < values[best]!) best = i;
      if (values[i]! >= values[worst]!) worst = i;
    }
    const spread = values[worst]! - values[best]!;
    if (spread <= options.tolerance * (Math.abs(values[best]!) + 1e-300)) break;
    let second = Number.NEGATIVE_INFINITY;
    for (let i = 0; i <= d; i++) if (i !== worst && values[i]! > second) second = values[i]!;
    centre.fill(0);
    for (let i = 0; i <= d; i++) if (i !== worst) for (let j = 0; j < d; j++) centre[j]! += points[i]![j]! / d;
    const worstPoint = points[worst]!;
    const replace = (x: Float64Array, value: number): void => {
      points[worst] = x;
      values[worst] = value;
    };
    const reflected = along(worstPoint, -1);
    const atReflected = evaluate(reflected);
    evaluations += 1;
    if (atReflected < values[best]!) {
      const expanded = along(worstPoint, -2);
      const atExpanded = evaluate(expanded);
      evaluations += 1;
      if (atExpanded < atReflected) replace(expanded, atExpanded);
      else replace(reflected, atReflected);
    } else if (atReflected < second) {
      replace(reflected, atReflected);
    } else {
      const outside = atReflected < values[worst]!;
      const contracted = along(worstPoint, outside ? -0.5 : 0.5);
      const atContracted = evaluate(contracted);
      evaluations += 1;
      if (atContracted < Math.min(atReflected, values[worst]!)) replace(contracted, atContracted);
      else {
        const bestPoint = points[best]!;
        for (let i = 0; i <= d; i++) {
          if (i === best) continue;
          const x = points[i]!;
          for (let j = 0; j < d; j++) x[j] = bestPoint[j]! + 0.5 * (x[j]! - bestPoint[j]!);
          values[i] = evaluate(x);
          evaluations += 1;
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i <= d; i++) if (values[i]! < values[best]!) best = i;
  return { x: points[best]!, value: values[best]! };
}

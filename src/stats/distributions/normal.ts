import { polynomial } from './polynomial.ts';

const SQRT_32 = 5.656854249492380195206754896838;
const INVERSE_SQRT_TWO_PI = 0.398942280401432677939946059934;

// W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969); as in R's pnorm.
const CENTRE_TOP = [
  18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287, 0.065682337918207449113,
];
const CENTRE_BOTTOM = [45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1];
const SHOULDER_TOP = [
  9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711, 597.27027639480026226,
  93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8,
];
const SHOULDER_BOTTOM = [
  19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091, 6485.558298266760755,
  1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
];
const TAIL_TOP = [
  2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639, 0.21589853405795699,
  0.02307344176494017303,
];
const TAIL_BOTTOM = [
  7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118, 1.28426009614491121, 1,
];

/** exp(-z^2 / 2), squaring in two parts so that the far tail keeps its digits. */
function expHalfSquare(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-(z - coarse) * (z + coarse) * 0.5);
}

/** Upper tail for z > 0.67448975. */
function upperBeyondCentre(z: number): number {
  if (z <= SQRT_32) return (expHalfSquare(z) * polynomial(SHOULDER_TOP, z)) / polynomial(SHOULDER_BOTTOM, z);
  const square = 1 / (z * z);
  const ratio = (square * polynomial(TAIL_TOP, square)) / polynomial(TAIL_BOTTOM, square);
  return (expHalfSquare(z) * (INVERSE_SQRT_TWO_PI - ratio)) / z;
}

/** Standard normal density. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * expHalfSquare(Math.abs(z));
}

/** Chance that a standard normal lies below z; the lower tail has relative accuracy 1e-14. */
export function normalCdf(z: number): number {
  if (Math.abs(z) <= 0.67448975) {
    const square = z * z;
    return 0.5 + (z * polynomial(CENTRE_TOP, square)) / polynomial(CENTRE_BOTTOM, square);
  }
  if (z > 40) return 1;
  if (z < -40) return 0;
  return z > 0 ? 1 - upperBeyondCentre(z) : upperBeyondCentre(-z);
}

/** Chance that a standard normal lies above z, without cancellation. */
export function normalUpper(z: number): number {
  return normalCdf(-z);
}

/** Two-sided p-value of a normal statistic, without cancellation. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

// M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Appl. Statist. 37 (1988).
const QUANTILE_CENTRE_TOP = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const QUANTILE_CENTRE_BOTTOM = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
];
const QUANTILE_SHOULDER_TOP = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const QUANTILE_SHOULDER_BOTTOM = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const QUANTILE_TAIL_TOP = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const QUANTILE_TAIL_BOTTOM = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/** z with normalCdf(z) = p, 0 < p < 1 (infinite at the ends, NaN outside); relative accuracy 1e-15. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(QUANTILE_CENTRE_TOP, r)) / polynomial(QUANTILE_CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-Math.log(centred < 0 ? p : 1 - p));
  const z =
    r <= 5
      ? polynomial(QUANTILE_SHOULDER_TOP, r - 1.6) / polynomial(QUANTILE_SHOULDER_BOTTOM, r - 1.6)
      : polynomial(QUANTILE_TAIL_TOP, r - 5) / polynomial(QUANTILE_TAIL_BOTTOM, r - 5);
  return centred < 0 ? -z : z;
}

import { polynomial } from './polynomial.ts';

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/** 1 - Euler's constant: the slope of logGamma at 2. */
const SLOPE_AT_TWO = 0.42278433509846713939;

/** Riemann zeta(k) - 1 for k = 2, 3, ... */
const ZETA_MINUS_ONE = [
  0.64493406684822643647, 0.2020569031595942854, 0.082323233711138191516, 0.036927755143369926331,
  0.017343061984449139715, 0.0083492773819228268398, 0.0040773561979443393787, 0.0020083928260822144179,
  0.00099457512781808533715, 0.0004941886041194645587, 0.00024608655330804829864, 0.00012271334757848914675,
  0.000061248135058704829259, 0.000030588236307020493552, 0.000015282259408651871733, 7.6371976378997622736e-6,
  3.8172932649998398565e-6, 1.9082127165539389257e-6, 9.5396203387279611315e-7, 4.7693298678780646312e-7,
  2.3845050272773299e-7, 1.1921992596531107307e-7, 5.9608189051259479612e-8, 2.9803503514652280186e-8,
  1.4901554828365041235e-8, 7.450711789835429492e-9, 3.7253340247884570548e-9, 1.8626597235130490064e-9,
];

/** logGamma(2 + z) = slope z + z^2 sum_k (zeta(k) - 1) (-z)^(k-2) / k, used for |z| <= 1/2. */
const SERIES_AT_TWO = ZETA_MINUS_ONE.map((value, i) => (i % 2 === 0 ? value : -value) / (i + 2));

/** B(2k) / (2k (2k - 1)): Stirling's series in 1/n. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 5 / 5940, -691 / 360360, 7 / 1092, -3617 / 122400];

function aroundTwo(z: number): number {
  return z * (SLOPE_AT_TWO + z * polynomial(SERIES_AT_TWO, z));
}

/**
 * log(n!) minus Stirling's formula, log(sqrt(2 pi n) (n/e)^n), for real n > 0: the part that stays small, so densities of
 * large counts keep their digits. Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
export function stirlingError(n: number): number {
  if (n >= 15) return polynomial(STIRLING, 1 / (n * n)) / n;
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
}

/**
 * log of the gamma function for x > 0; relative accuracy near 1e-15, also beside its zeros at 1 and 2. NaN outside.
 * Taylor series at 2 for small x, Stirling's series from 15 up.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x < 0.5) return aroundTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return aroundTwo(x - 1) - Math.log1p(x - 1);
  if (x >= 15) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + polynomial(STIRLING, 1 / (x * x)) / x;
  let shifted = x;
  let product = 1;
  while (shifted > 2.5) {
    shifted -= 1;
    product *= shifted;
  }
  return aroundTwo(shifted - 2) + Math.log(product);
}

# Reference values of the distributions, made by R itself. Run: Rscript distributions.reference.R > distributions.reference.json
# Each row: function name, arguments, value. Tails are asked as tails, so that R returns them without cancellation.
rows <- character(0)
add <- function(name, args, value) {
  rows <<- c(rows, sprintf('["%s",[%s],%s]', name, paste(sprintf("%.17g", args), collapse = ","), sprintf("%.17g", value)))
}
for (x in c(1e-10, 0.001, 0.3, 0.5, 0.9, 1.1, 1.5, 1.9, 2.1, 2.5, 3, 7.3, 14.9, 15, 100.5, 12345.678, 1e8))
  add("logGamma", x, lgamma(x))
for (z in c(-37, -20.5, -8, -5.7, -3, -1.96, -0.675, -0.5, -1e-5, 0, 0.3, 0.67, 1.2, 2.5758293035489, 5, 6.5, 8)) {
  add("normalCdf", z, pnorm(z)); add("normalUpper", z, pnorm(z, lower.tail = FALSE)); add("normalDensity", z, dnorm(z))
}
ps <- c(1e-300, 1e-100, 1e-20, 1e-8, 0.001, 0.0125, 0.025, 0.05, 0.0749, 0.0751, 0.2, 0.4, 0.45, 0.6, 0.9, 0.95, 0.975, 0.995, 1 - 1e-6)
for (p in ps) add("normalQuantile", p, qnorm(p))
for (df in c(0.7, 1, 2, 3, 5.5, 10, 30, 307.132494496707, 1000, 39998, 1e6)) {
  for (t in c(0.001, 0.1, 0.7, 1, 1.96, 2.6741454879988, 5, 14.5647, 40, 1000)) {
    add("tUpper", c(t, df), pt(t, df, lower.tail = FALSE)); add("tCdf", c(t, df), pt(t, df))
    add("tTwoSided", c(-t, df), 2 * pt(-t, df))
  }
  for (p in c(1e-10, 0.001, 0.025, 0.2, 0.45, 0.6, 0.9, 0.975, 0.995)) add("tQuantile", c(p, df), qt(p, df))
}
for (df in c(0.5, 1, 2, 3, 6, 7.5, 25, 100, 2000)) {
  for (x in c(1e-6, 0.01, 0.5, 1, 3.841458820694124, 10, 40, 100, 300, 2100)) {
    add("chiSquareCdf", c(x, df), pchisq(x, df)); add("chiSquareUpper", c(x, df), pchisq(x, df, lower.tail = FALSE))
  }
  for (p in c(1e-8, 0.001, 0.025, 0.3, 0.5, 0.6, 0.95, 0.975, 0.999)) add("chiSquareQuantile", c(p, df), qchisq(p, df))
}
for (d in list(c(1, 1), c(1, 10), c(2, 5), c(3.5, 7.25), c(8, 436), c(6, 4000), c(40, 16000), c(200, 150), c(1, 500))) {
  for (f in c(0.01, 0.3, 0.9, 1, 1.5, 2.14020732434026, 4, 10, 50, 977.3)) {
    add("fCdf", c(f, d), pf(f, d[1], d[2])); add("fUpper", c(f, d), pf(f, d[1], d[2], lower.tail = FALSE))
  }
  # qf is 1 / qbeta - 1, which loses the digits of small quantiles: ask those as the reciprocal of the exchanged F.
  for (p in c(1e-6, 0.025, 0.3)) add("fQuantile", c(p, d), 1 / qf(p, d[2], d[1], lower.tail = FALSE))
  for (p in c(0.5, 0.7, 0.95, 0.975, 0.999)) add("fQuantile", c(p, d), qf(p, d[1], d[2]))
}
for (a in list(c(3, 9, 13, 12), c(140, 185, 260, 308), c(15600, 24000, 6000, 19380), c(0, 5, 7, 4)))
  add("logHypergeometricDensity", a, dhyper(a[1], a[2], a[3], a[4], log = TRUE))
for (a in list(c(0, 10, .3), c(10, 10, .3), c(3, 10, .3), c(650, 1000, .63), c(24000, 40000, .61)))
  add("binomialDensity", a, dbinom(a[1], a[2], a[3]))
cat("[\n", paste(rows, collapse = ",\n"), "\n]\n", sep = "")

# Reference values for the tests of this folder: Rscript regression.reference.R > regression.reference.json
# R 4.2.2, estimatr 1.0.0, sandwich 3.0.2. The data are made here and travel in the file.
suppressMessages({library(estimatr); library(sandwich); library(jsonlite)})
set.seed(20180101)
n <- 72
g <- rep(1:9, times = c(3, 12, 5, 8, 9, 6, 14, 7, 8))
f1 <- rep(1:6, length.out = n); f2 <- c(rep(1:4, each = 18))
x1 <- round(rnorm(n), 3); x2 <- round(rexp(n), 3)
t <- rbinom(n, 1, 0.45); z <- rbinom(n, 1, 0.5)
u <- rnorm(n); d <- round(0.8 * z + 0.3 * x1 + 0.5 * u + rnorm(n), 3)
y <- round(1 + 0.7 * t + 0.4 * x1 - 0.2 * x2 + 0.3 * g / 3 + u, 3)
w <- round(runif(n, 0.3, 3), 3)
b <- as.integer(y > 1.9)
data <- data.frame(g, f1, f2, x1, x2, t, z, d, y, w, b)
out <- list()
row <- function(m) list(coef = as.list(m$coefficients), se = as.list(m$std.error), df = as.list(m$df), p = as.list(m$p.value))
name <- c(classical = "classical", HC0 = "HC0", HC1 = "HC1", HC2 = "HC2", HC3 = "HC3", CR0 = "CR0", CR1 = "stata", CR2 = "CR2")
for (se in names(name)) {
  cl <- startsWith(se, "CR")
  call <- function(...) if (cl) lm_robust(..., data = data, clusters = g, se_type = name[[se]]) else lm_robust(..., data = data, se_type = name[[se]])
  out[[paste0("ols.", se)]] <- row(call(y ~ t + x1 + x2))
  out[[paste0("ols.weighted.", se)]] <- row(call(y ~ t + x1 + x2, weights = w))
  out[[paste0("dummies.", se)]] <- row(call(y ~ t + x1 + factor(f1)))
  out[[paste0("fe1.", se)]] <- row(call(y ~ t + x1, fixed_effects = ~f1))
  out[[paste0("fe2.", se)]] <- row(call(y ~ t + x1, fixed_effects = ~ f1 + f2))
  out[[paste0("dummies2.", se)]] <- row(call(y ~ t + x1 + factor(f1) + factor(f2)))
  if (se != "CR2") out[[paste0("fe2.weighted.", se)]] <- row(call(y ~ t + x1, fixed_effects = ~ f1 + f2, weights = w))
  out[[paste0("fenested.", se)]] <- row(call(y ~ t + x1, fixed_effects = ~ g))
  iv <- function(...) if (cl) iv_robust(..., data = data, clusters = g, se_type = name[[se]]) else iv_robust(..., data = data, se_type = name[[se]])
  out[[paste0("iv.", se)]] <- row(iv(y ~ d + x1 | z + x1))
  out[[paste0("iv.weighted.", se)]] <- row(iv(y ~ d + x1 | z + x1, weights = w))
  out[[paste0("lin.", se)]] <- row(if (cl) lm_lin(y ~ t, ~ x1 + x2, data = data, clusters = g, se_type = name[[se]]) else lm_lin(y ~ t, ~ x1 + x2, data = data, se_type = name[[se]]))
}
for (link in c("logit", "cloglog")) {
  m <- glm(b ~ t + x1 + x2, binomial(link), data)
  # Started at the maximum, so that the weights behind the errors are those of the maximum too.
  for (again in 1:20) m <- glm(b ~ t + x1 + x2, binomial(link), data, start = coef(m))
  out[[link]] <- list(coef = as.list(coef(m)), se = as.list(sqrt(diag(vcov(m)))), seHC0 = as.list(sqrt(diag(sandwich(m)))),
    logLik = as.numeric(logLik(m)), deviance = deviance(m))
}
cat(toJSON(list(data = as.list(data), expected = out), digits = NA, auto_unbox = TRUE, pretty = FALSE))

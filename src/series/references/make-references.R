# Makes stl.json and theta.json beside this file: R's stl (package stats) and thetaf, na.interp (package forecast 8.20)
# on data made here. Run: Rscript make-references.R
suppressMessages(library(forecast))
set.seed(20190831)
write_json <- function(x, file) {
  num <- function(v) paste0("[", paste(trimws(formatC(as.numeric(v), digits = 15, format = "g")), collapse = ", "), "]")
  entry <- function(e) paste0("  {", paste(sprintf("\"%s\": %s", names(e), sapply(e, function(v)
    if (is.character(v)) sprintf("\"%s\"", v) else if (is.logical(v)) tolower(as.character(v))
    else if (length(v) == 1) trimws(formatC(v, digits = 15, format = "g")) else num(v))), collapse = ", "), "}")
  writeLines(paste0("[\n", paste(sapply(x, entry), collapse = ",\n"), "\n]"), file)
}
months <- function(n) round(100 + 0.4 * seq_len(n) + 12 * sin(2 * pi * seq_len(n) / 12) + 6 * cos(4 * pi * seq_len(n) / 12) +
  cumsum(rnorm(n, 0, 1)) + rnorm(n, 0, 3), 2)
weeks <- function(n) round(500 + 80 * cos(2 * pi * seq_len(n) / 52) + 40 * (seq_len(n) %% 52 == 1) + cumsum(rnorm(n, 0, 4)) +
  rnorm(n, 0, 15), 1)
short <- months(27); long <- months(120); weekly <- weeks(230)
# An odd number of values for the robust fits: with an even one R's partial sort takes other than the two middle
# residuals, so its weights are not those of Cleveland et al.
outliers <- long[1:119]; outliers[c(20, 61, 100)] <- outliers[c(20, 61, 100)] + c(60, -50, 80)
stl_entry <- function(id, y, period, window, degree = 0, robust = FALSE) {
  fit <- stl(ts(y, frequency = period), s.window = window, s.degree = degree, robust = robust)$time.series
  list(id = id, period = period, window = if (is.character(window)) window else as.numeric(window), degree = degree,
       robust = robust, y = y, seasonal = fit[, "seasonal"], trend = fit[, "trend"])
}
write_json(list(
  stl_entry("monthly-7", long, 12, 7), stl_entry("monthly-11-degree-1", long, 12, 11, 1),
  stl_entry("monthly-periodic", long, 12, "periodic"), stl_entry("short-11", short, 12, 11),
  stl_entry("robust-11", outliers, 12, 11, 0, TRUE), stl_entry("robust-periodic", outliers, 12, "periodic", 0, TRUE),
  stl_entry("weekly-7", weekly, 52, 7), stl_entry("weekly-21", weekly, 52, 21)), "stl.json")
theta_entry <- function(id, y, h) list(id = id, y = y, mean = as.numeric(thetaf(ts(y, frequency = 1), h = h)$mean))
write_json(list(theta_entry("trending", long - 12 * sin(2 * pi * seq_along(long) / 12), 18),
                theta_entry("short", short[1:14], 6), theta_entry("weekly", weekly, 13)), "theta.json")
damped_entry <- function(id, y, h) {
  fit <- ets(ts(y, frequency = 1), model = "AAN", damped = TRUE, bounds = "usual", opt.crit = "lik")
  list(id = id, y = y, sse = sum(residuals(fit)^2), mean = as.numeric(forecast(fit, h = h)$mean))
}
write_json(list(damped_entry("trending", long, 12), damped_entry("weekly", weekly, 13)), "damped.json")

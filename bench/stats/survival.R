# Times R's survival on the columns that survival.ts wrote; prints one JSON object of processor seconds.
suppressMessages(library(survival))
args <- commandArgs(trailingOnly = TRUE)
folder <- args[1]
part <- args[2]
ints <- function(name, n) readBin(file.path(folder, name), integer(), n, size = 4)
n <- file.size(file.path(folder, "time.i32")) / 4
time <- ints("time.i32", n)
cause <- ints("cause.i32", n)
group <- ints("group.i32", n)
p <- 10
x <- matrix(readBin(file.path(folder, "x.f64"), double(), n * p, size = 8), n, p)
seconds <- function(run, times) min(sapply(seq_len(times), function(i) { gc(); sum(system.time(run())[1:2]) }))
if (part == "km") {
  s <- seconds(function() fit <<- survfit(Surv(time, cause > 0) ~ group), 3)
  check <- summary(fit, times = 100)$surv[1]
} else if (part == "aj") {
  state <- factor(cause, 0:2)
  s <- seconds(function() fit <<- survfit(Surv(time, state) ~ group), 1)
  at <- summary(fit, times = 100)
  check <- c(at$pstate[1, 2], at$std.err[1, 2])
} else if (part == "cox") {
  y <- Surv(time, as.integer(cause == 1))
  s <- seconds(function() fit <<- coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", seq_len(n), resid = FALSE), 3)
  check <- c(fit$coefficients[1], sqrt(fit$var[1, 1]), fit$loglik[2])
} else if (part == "cluster") {
  rows <- seq_len(100000)
  y <- Surv(time[rows], as.integer(cause[rows] == 1))
  xs <- x[rows, ]
  id <- ints("cluster.i32", n)[rows]
  s <- seconds(function() fit <<- coxph(y ~ xs, cluster = id), 1)
  check <- c(coef(fit)[1], sqrt(vcov(fit)[1, 1]))
}
cat(sprintf('{"seconds": %.6f, "check": [%s]}\n', s, paste(sprintf("%.15g", check), collapse = ", ")))

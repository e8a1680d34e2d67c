# Times R's glm and estimatr's lm_robust on the columns that regression.ts wrote; prints one JSON object of processor seconds.
args <- commandArgs(trailingOnly = TRUE)
folder <- args[1]
part <- args[2]
n <- file.size(file.path(folder, "cluster.i32")) / 4
doubles <- function(name) readBin(file.path(folder, name), double(), file.size(file.path(folder, name)) / 8, size = 8)
seconds <- function(run, times) min(sapply(seq_len(times), function(i) { gc(); sum(system.time(run())[1:2]) }))
row <- function(estimate, se) c(unname(estimate), unname(se))
if (part == "logit") {
  p <- 21
  data <- data.frame(y = doubles("binary.f64"), matrix(doubles("x.f64"), n)[, seq_len(p)])
  formula <- as.formula(paste("y ~", paste0("X", seq_len(p), collapse = " + ")))
  s <- seconds(function() fit <<- glm(formula, binomial, data), 1)
  check <- row(coef(fit)[2], sqrt(vcov(fit)[2, 2]))
} else {
  suppressMessages(library(estimatr))
  p <- 11
  data <- data.frame(y = doubles("outcome.f64"), matrix(doubles("x.f64"), n)[, seq_len(p)])
  data$cluster <- readBin(file.path(folder, "cluster.i32"), integer(), n, size = 4)
  formula <- as.formula(paste("y ~", paste0("X", seq_len(p), collapse = " + ")))
  s <- if (part == "hc2") seconds(function() fit <<- lm_robust(formula, data, se_type = "HC2"), 1)
    else seconds(function() fit <<- lm_robust(formula, data, clusters = cluster, se_type = "stata"), 1)
  check <- row(fit$coefficients[2], fit$std.error[2])
}
cat(sprintf('{"seconds": %.3f, "check": [%s]}', s, paste(sprintf("%.15g", check), collapse = ", ")))

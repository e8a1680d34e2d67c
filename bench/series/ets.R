# Times R's ets on every 36th of the M3 monthly series of a JSON file: ids and seconds per series, one line each.
# Run by speed.ts: Rscript ets.R FILE.json HORIZON (FILE.json = [[y1, y2, ...], ...], monthly)
suppressMessages(library(forecast))
args <- commandArgs(trailingOnly = TRUE)
lines <- readLines(args[1])
for (line in lines) {
  y <- ts(as.numeric(strsplit(line, " ")[[1]]), frequency = 12)
  seconds <- system.time(forecast(ets(y), h = as.integer(args[2]), PI = FALSE))[["elapsed"]]
  cat(sprintf("%.4f\n", seconds))
}

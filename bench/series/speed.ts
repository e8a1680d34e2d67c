import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastSeries, pointForecast } from '../../src/series/index.ts';
import { m3Monthly, sharedMissing } from '../../src/series/testing/shared-series.files.ts';
import { benchArguments } from '../arguments.ts';
import { ensureR } from '../install-r.ts';

/**
 * Point forecasts of the M3 monthly series against R's `ets` on a sample of 20 in the same run. Where R's forecast is
 * not installed the recorded 430 s for 714 series (0.6082 s per series, ref_m3_monthly.json) stands in, and this says so.
 * Run: npx tsx bench/series/speed.ts
 */
const recordedSecondsPerSeries = 0.6082;
const sampleSize = 20;

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function secondsOfR(series: readonly (readonly number[])[]): number | undefined {
  if (!ensureR(['forecast'])) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'series-bench-'));
  try {
    const path = join(folder, 'sample.txt');
    writeFileSync(path, `${series.map((values) => values.join(' ')).join('\n')}\n`);
    const script = new URL('ets.R', import.meta.url).pathname;
    const out = execFileSync('Rscript', [script, path, '18'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const seconds = out.trim().split('\n').map(Number);
    return seconds.length === series.length ? seconds.reduce((a, b) => a + b) / series.length : undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

benchArguments({ flags: ['--no-install'] });
if (sharedMissing) {
  console.log(`bench/series/speed${sharedMissing}`);
} else {
  const series = m3Monthly();
  const sample = series.filter((_, i) => i % Math.floor(series.length / sampleSize) === 0).slice(0, sampleSize);
  const point = (list: typeof series): void => {
    for (const { past, frequency } of list) pointForecast({ values: past, frequency }, { horizon: 18 });
  };
  point(sample);
  const all = secondsOf(() => point(series));
  const ours = secondsOf(() => point(sample)) / sample.length;
  const banded = secondsOf(() => {
    for (const { past, frequency } of sample) forecastSeries({ values: past, frequency }, { horizon: 18 });
  });
  const measured = secondsOfR(sample.map(({ past }) => past));
  const theirs = measured ?? recordedSecondsPerSeries;
  const source = measured === undefined ? 'recorded; R forecast is not installed here' : 'measured in this run';
  console.log(`point forecasts of ${series.length} monthly series: ${all.toFixed(2)} s`);
  console.log(`sample of ${sample.length}: ${(1000 * ours).toFixed(2)} ms per series`);
  console.log(`R ets, same sample: ${(1000 * theirs).toFixed(0)} ms per series (${source})`);
  console.log(`ratio: ${(theirs / ours).toFixed(0)} x (asked: 150 x)`);
  console.log(`with bands from rolling origins: ${((1000 * banded) / sample.length).toFixed(1)} ms per series`);
  if (theirs / ours < 150) process.exitCode = 1;
}

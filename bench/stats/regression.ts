/**
 * Speed of `src/stats/regression` beside R's `glm` and `estimatr::lm_robust`, on the same columns in the same run, in
 * processor time of one thread. `npx tsx bench/stats/regression.ts` (about two minutes with R; `--no-install` where R is not
 * to be installed). Ends with code 1 when a ratio that was asked does not hold or the figures differ.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { isNotEstimable, logit, type NotEstimable, olsByErrors } from '../../src/stats/index.ts';
import { benchArguments } from '../arguments.ts';
import { ensureR, faultOf } from '../install-r.ts';

const ROWS = 1_000_000;
/** Besides the constant: 22 columns in all for the logit, 12 for least squares. */
const LOGIT_TERMS = 21;
const OLS_TERMS = 11;
const CLUSTERS = 2000;
const R_TIMEOUT_MS = 600_000;

interface Columns {
  readonly x: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly binary: Float64Array;
  readonly cluster: Int32Array;
}

/** Covariates of a benefit register: indicators and bell-shaped numbers, an outcome and a chance that follow from them. */
function makeColumns(): Columns {
  const generator = xoroshiro128plus(20180101);
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 4_294_967_296;
  const x = Array.from({ length: LOGIT_TERMS }, () => new Float64Array(ROWS));
  const outcome = new Float64Array(ROWS);
  const binary = new Float64Array(ROWS);
  const cluster = new Int32Array(ROWS);
  for (let i = 0; i < ROWS; i++) {
    cluster[i] = Math.floor(CLUSTERS * uniform());
    let score = -0.5;
    for (let j = 0; j < LOGIT_TERMS; j++) {
      const value = j % 2 === 0 ? (uniform() < 0.3 ? 1 : 0) : uniform() + uniform() + uniform() - 1.5;
      x[j]![i] = value;
      score += (value * (j % 3 === 0 ? -0.3 : 0.2) * (j + 5)) / 25;
    }
    outcome[i] = score + uniform() + uniform() - 1;
    binary[i] = uniform() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
  }
  return { x, outcome, binary, cluster };
}

/** The least processor time of several runs: what other work on the machine adds counts neither here nor in R. */
function seconds(run: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return Math.min(...taken);
}

function estimated<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  return result;
}

interface Peer {
  readonly seconds: number;
  readonly check: readonly [estimate: number, se: number];
}

function peer(folder: string, part: string): Peer | undefined {
  const script = new URL('regression.R', import.meta.url).pathname;
  const result = spawnSync('Rscript', [script, folder, part], { encoding: 'utf8', timeout: R_TIMEOUT_MS });
  if (result.status === 0) return JSON.parse(result.stdout);
  process.stderr.write(`R gave no time for ${part}: ${faultOf(result)}\n`);
  return undefined;
}

/** Figures that differ by more are not the same. */
const SAME = 1e-6;

/**
 * One line: what we took, what R took, how many times faster, and that both say the same.
 * @returns whether the line holds; false too where R should have given a time and did not
 */
function report(name: string, ours: Peer, theirs: Peer | undefined, asked: number): boolean {
  const ownTime = `${name.padEnd(46)} ${ours.seconds.toFixed(2)} s`;
  if (theirs === undefined) {
    process.stdout.write(`${ownTime}; no R beside it\n`);
    return !hasR;
  }
  const gap = Math.max(...ours.check.map((value, k) => Math.abs(value / theirs.check[k]! - 1)));
  const ratio = theirs.seconds / ours.seconds;
  const holds = ratio >= asked && gap < SAME;
  process.stdout.write(
    `${ownTime}, R ${theirs.seconds.toFixed(2)} s: ${ratio.toFixed(1)} x (asked ${asked} x: ${holds ? 'holds' : 'MISSED'}); same figures to ${gap.toExponential(0)}\n`,
  );
  return holds;
}

benchArguments({ flags: ['--no-install'] });
const hasR = ensureR(['estimatr']);
const columns = makeColumns();
const folder = mkdtempSync(join(tmpdir(), 'regression-bench-'));
try {
  const all = new Float64Array(ROWS * LOGIT_TERMS);
  columns.x.forEach((column, j) => {
    all.set(column, j * ROWS);
  });
  writeFileSync(join(folder, 'x.f64'), all);
  writeFileSync(join(folder, 'outcome.f64'), columns.outcome);
  writeFileSync(join(folder, 'binary.f64'), columns.binary);
  writeFileSync(join(folder, 'cluster.i32'), columns.cluster);

  const beside = (part: string) => (hasR ? peer(folder, part) : undefined);
  const terms = columns.x.map((values, j) => ({ name: `X${j + 1}`, values }));
  let check: [number, number] = [0, 0];
  const logitTime = seconds(() => {
    const first = estimated(logit({ outcome: columns.binary, terms })).coefficients[1]!;
    check = [first.estimate, first.se];
  }, 3);
  const lines = [report('logit, 22 columns', { seconds: logitTime, check }, beside('logit'), 5)];

  const own = terms.slice(0, OLS_TERMS);
  let checks: [number, number][] = [];
  const olsTime = seconds(() => {
    const input = { outcome: columns.outcome, terms: own, clusters: columns.cluster };
    const tables = estimated(olsByErrors(input, ['HC2', 'CR1']));
    checks = tables.map(({ coefficients }) => [coefficients[1]!.estimate, coefficients[1]!.se]);
  }, 3);
  // Both errors from one call here; R fits for each, and each of its calls alone is the stricter measure.
  for (const [k, part] of ['hc2', 'cr1'].entries()) {
    const name = `least squares, 12 columns, ${part === 'hc2' ? 'HC2' : 'CR1'}`;
    lines.push(report(`${name} (ours both)`, { seconds: olsTime, check: checks[k]! }, beside(part), 8));
  }
  if (lines.includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

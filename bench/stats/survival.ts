/**
 * Speed of `src/stats/survival` beside R's `survival`, on the same columns in the same run, in processor time.
 * `npx tsx bench/stats/survival.ts` (about four minutes with R; add `--quick` to leave out the slow cluster-robust peer).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { aalenJohansen } from '../../src/stats/survival/aalen-johansen.ts';
import { cox } from '../../src/stats/survival/cox/cox.ts';
import { kaplanMeier } from '../../src/stats/survival/kaplan-meier.ts';
import { benchArguments } from '../arguments.ts';
import { ensureR, faultOf } from '../install-r.ts';

const ROWS = 1_000_000;
const CLUSTER_ROWS = 100_000;
const COVARIATES = 10;
const R_TIMEOUT_MS = 900_000;

interface Columns {
  readonly time: Int32Array;
  readonly cause: Int32Array;
  readonly group: Int32Array;
  readonly cluster: Int32Array;
  readonly x: readonly Float64Array[];
}

/** Benefit-like durations in days with two ways out, censoring at two years, and covariates that matter. */
function makeColumns(rows: number): Columns {
  const generator = xoroshiro128plus(20171201);
  const uniform = (): number => ((generator.next() >>> 0) + 0.5) / 4_294_967_296;
  const time = new Int32Array(rows);
  const cause = new Int32Array(rows);
  const group = new Int32Array(rows);
  const cluster = new Int32Array(rows);
  const x = Array.from({ length: COVARIATES }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    group[i] = uniform() < 0.5 ? 0 : 1;
    cluster[i] = i >> 1;
    let score = 0.1 * (group[i] as number);
    for (let a = 0; a < COVARIATES; a++) {
      const value = a < 4 ? (uniform() < 0.3 ? 1 : 0) : uniform() + uniform() + uniform() - 1.5;
      (x[a] as Float64Array)[i] = value;
      score += value * 0.1 * (1 + a / COVARIATES) * (a % 2 === 0 ? 1 : -1);
    }
    const work = -Math.log(uniform()) * 300 * Math.exp(-score);
    const other = -Math.log(uniform()) * 700;
    const censored = 200 + uniform() * 530;
    const end = Math.min(work, other, censored);
    time[i] = 1 + Math.floor(end);
    cause[i] = end === censored ? 0 : end === work ? 1 : 2;
  }
  return { time, cause, group, cluster, x };
}

/** The least processor time of several runs: what other work on the machine adds counts neither here nor in R. */
function milliseconds(run: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(start);
    if (typeof result === 'object' && result !== null && 'notEstimable' in result)
      throw new Error(JSON.stringify(result));
    return (user + system) / 1000;
  });
  return Math.min(...taken);
}

function peer(folder: string, part: string): { seconds: number; check: number[] } | null {
  const script = new URL('survival.R', import.meta.url).pathname;
  const result = spawnSync('Rscript', [script, folder, part], { encoding: 'utf8', timeout: R_TIMEOUT_MS });
  if (result.status === 0) return JSON.parse(result.stdout);
  process.stderr.write(`R gave no time for ${part}: ${faultOf(result)}\n`);
  return null;
}

interface Contest {
  readonly name: string;
  readonly part: string;
  /** How many times faster than R is asked. */
  readonly asked: number;
  readonly times: number;
  readonly run: () => unknown;
  readonly check: (result: never) => readonly number[];
}

function contests(columns: Columns): Contest[] {
  const { time, cause, group, cluster, x } = columns;
  const grouping = { codes: group, labels: ['0', '1'] };
  const left = cause.map((k) => (k > 0 ? 1 : 0));
  const work = cause.map((k) => (k === 1 ? 1 : 0));
  const covariates = x.map((values, a) => ({ term: `x${a}`, values }));
  const head = covariates.map(({ term, values }) => ({ term, values: values.subarray(0, CLUSTER_ROWS) }));
  const few = { stop: time.subarray(0, CLUSTER_ROWS), event: work.subarray(0, CLUSTER_ROWS), covariates: head };
  return [
    {
      name: `Kaplan-Meier of two groups, ${ROWS} rows, against survfit`,
      part: 'km',
      asked: 50,
      times: 11,
      run: () => kaplanMeier({ time, cause: left, group: grouping }),
      check: ({ groups }: Extract<ReturnType<typeof kaplanMeier>, { groups: unknown }>) => {
        const place = groups['0']?.time.indexOf(100) ?? -1;
        return [groups['0']?.surv[place] ?? Number.NaN];
      },
    },
    {
      name: `Cox Efron, ${COVARIATES} covariates, ${ROWS} rows, against coxph.fit`,
      part: 'cox',
      asked: 1,
      times: 5,
      run: () => cox({ stop: time, event: work, covariates }, { concordance: false }),
      check: (fit: Extract<ReturnType<typeof cox>, { coef: unknown }>) => [
        fit.coef.x0 ?? 0,
        fit.se.x0 ?? 0,
        fit.logLik,
      ],
    },
    {
      name: `Aalen-Johansen with errors, ${ROWS} rows, against survfit`,
      part: 'aj',
      asked: 10,
      times: 7,
      run: () => aalenJohansen({ time, cause, group: grouping }, { se: 'jackknife' }),
      check: ({ groups }: Extract<ReturnType<typeof aalenJohansen>, { groups: unknown }>) => {
        const curve = groups['0']?.causes['1'];
        const place = curve?.time.indexOf(100) ?? -1;
        return [curve?.cif[place] ?? Number.NaN, curve?.se[place] ?? Number.NaN];
      },
    },
    {
      name: `Cox with errors robust by cluster, ${CLUSTER_ROWS} rows, against coxph(cluster =)`,
      part: 'cluster',
      asked: 100,
      times: 7,
      run: () => cox({ ...few, cluster: cluster.subarray(0, CLUSTER_ROWS) }),
      check: (fit: Extract<ReturnType<typeof cox>, { coef: unknown }>) => [fit.coef.x0 ?? 0, fit.robustSe?.x0 ?? 0],
    },
  ] as Contest[];
}

function report(folder: string): boolean {
  const hasR = ensureR(['survival']);
  const columns = makeColumns(ROWS);
  for (const name of ['time', 'cause', 'group', 'cluster'] as const)
    writeFileSync(join(folder, `${name}.i32`), columns[name]);
  const x = new Float64Array(ROWS * COVARIATES);
  columns.x.forEach((values, a) => x.set(values, a * ROWS));
  writeFileSync(join(folder, 'x.f64'), x);
  let held = true;
  for (const { name, part, asked, times, run, check } of contests(columns)) {
    const own = milliseconds(run, times);
    if (!hasR || (part === 'cluster' && process.argv.includes('--quick'))) {
      console.log(`${name}: ${own.toFixed(1)} ms; R not measured`);
      continue;
    }
    const other = peer(folder, part);
    if (other === null) {
      held = false;
      continue;
    }
    const ours = check(run() as never);
    const gap = Math.max(...ours.map((value, i) => Math.abs(value - (other.check[i] as number)) / Math.abs(value)));
    const ratio = (other.seconds * 1000) / own;
    const holds = ratio >= asked && gap < 1e-6;
    held &&= holds;
    console.log(
      `${name}: ${own.toFixed(1)} ms, R ${(other.seconds * 1000).toFixed(0)} ms, ${ratio.toFixed(1)} x faster ` +
        `(asked ${asked} x: ${holds ? 'holds' : 'MISSED'}); same figures to ${gap.toExponential(1)}`,
    );
  }
  return held;
}

benchArguments({ flags: ['--no-install', '--quick'] });
const folder = mkdtempSync(join(tmpdir(), 'sluitend-bench-'));
try {
  process.exitCode = report(folder) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

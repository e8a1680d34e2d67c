import { developmentSteps, type Step } from './factors.ts';
import type { Triangle } from './read-triangle.ts';
import { type SigmaMethod, sigmas } from './sigma.ts';

/** Chain ladder with Mack's standard errors; arrays run over steps (`f`, `sigma`) or over rows (the others). */
export interface ChainLadder {
  readonly f: readonly number[];
  readonly sigma: readonly number[];
  readonly latest: readonly number[];
  readonly ultimate: readonly number[];
  /** Still to come: ultimate minus latest. */
  readonly ibnr: readonly number[];
  /** Standard error of the ultimate: process and parameter error together. */
  readonly mackSe: readonly number[];
  readonly total: {
    readonly latest: number;
    readonly ultimate: number;
    readonly ibnr: number;
    readonly mackSe: number;
  };
}

/**
 * Completes a triangle and gives Mack's errors by his recursion (1999, ASTIN Bulletin 29): over one step the process
 * variance becomes C sigma^2 + f^2 P, the parameter variance C^2 sigma^2 / S + f^2 Q, with S the amounts behind f. For the
 * total the parameter errors of rows are dependent, so C is then the sum over all rows still developing.
 */
export function chainLadder(triangle: Triangle, method: SigmaMethod): ChainLadder {
  const steps = developmentSteps(triangle);
  const sigma = sigmas(steps, method);
  const rows = triangle.map((row) => project(row, steps, sigma));
  const latest = triangle.map((row) => row.at(-1) ?? 0);
  const ultimate = rows.map((row) => row.ultimate);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const process = sum(rows.map((row) => row.process));
  const total = { latest: sum(latest), ultimate: sum(ultimate) };
  return {
    f: steps.map((step) => step.f),
    sigma,
    latest,
    ultimate,
    ibnr: ultimate.map((value, i) => value - (latest[i] ?? 0)),
    mackSe: rows.map((row) => Math.sqrt(row.process + row.parameter)),
    total: {
      ...total,
      ibnr: total.ultimate - total.latest,
      mackSe: Math.sqrt(process + totalParameter({ triangle, steps, sigma })),
    },
  };
}

function project(row: readonly number[], steps: readonly Step[], sigma: readonly number[]) {
  let amount = row.at(-1) ?? 0;
  let process = 0;
  let parameter = 0;
  for (let k = row.length - 1; k < steps.length; k++) {
    const { f, base } = steps[k] as Step;
    const variance = (sigma[k] ?? 0) ** 2;
    process = amount * variance + f ** 2 * process;
    parameter = (amount ** 2 * variance) / base + f ** 2 * parameter;
    amount *= f;
  }
  return { ultimate: amount, process, parameter };
}

interface Fitted {
  readonly triangle: Triangle;
  readonly steps: readonly Step[];
  readonly sigma: readonly number[];
}

function totalParameter({ triangle, steps, sigma }: Fitted): number {
  let developing = 0;
  let parameter = 0;
  for (const [k, { f, base }] of steps.entries()) {
    for (const row of triangle) if (row.length === k + 1) developing += row[k] ?? 0;
    parameter = (developing ** 2 * (sigma[k] ?? 0) ** 2) / base + f ** 2 * parameter;
    developing *= f;
  }
  return parameter;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { machineActor } from '../../platform/access.ts';
import { runAction } from '../../platform/actions.ts';
import { runCommandLine } from '../../platform/cli/program.ts';
import { readConfig } from '../../platform/config.ts';
import { openApi } from '../../platform/http/openapi.ts';
import { cohortActions } from './forecast.actions.ts';

const folder = mkdtempSync(join(tmpdir(), 'forecast-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** No database: an action that asks for one fails. */
const surroundings = {
  config: readConfig(),
  clock: { now: () => '2019-08-31T10:00:00Z' },
  database: () => Promise.reject(new Error('no database')),
};

/** Runs the command line. */
async function run(...args: string[]) {
  let out = '';
  let err = '';
  const exit = await runCommandLine(
    {
      actions: cohortActions,
      surroundings: () => surroundings,
      print: (text) => {
        out += text;
      },
      complain: (text) => {
        err += text;
      },
    },
    args,
  );
  return { exit, out, err };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const PAIR = ['--from-inflow', '254200', '--from-hours', '5.3', '--to-inflow', '284050', '--to-hours', '5.1'];
const COHORT = { year: 2019, inflow: { '2018-12': 100, '2019-01': 120 }, hours: { byMonthSinceInflow: [1, 2, 0.5] } };
const TRIANGLE = { triangle: [[10, 20, 25, 27], [11, 19, 26, 'NA'], [9, 21, null], [12]] };

describe('forecast on the command line', () => {
  it('values a cohort case as JSON', async () => {
    const { exit, out } = await run('forecast', 'cohort', '--input', file('cohort.json', COHORT), '--json');
    expect(exit).toBe(0);
    const valued = JSON.parse(out);
    expect(valued).toMatchObject({ hoursFromEarlierYears: { 2018: 250 }, totalHours: 670, inflowTotal: 120 });
    expect(valued.hoursPerMonth.slice(0, 4)).toEqual([1, 2, 0.5, 0]);
  });

  it('bridges the published pair as JSON', async () => {
    const { exit, out } = await run('forecast', 'bridge', ...PAIR, '--json');
    expect(exit).toBe(0);
    const { bridge, marginalHoursPerExtraClient, readings } = JSON.parse(out);
    expect(bridge.end).toBe(5.1);
    expect(marginalHoursPerExtraClient).toBeCloseTo(3.396817420435511, 9);
    const verdicts = Object.fromEntries(
      readings.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
    );
    expect(verdicts).toEqual({
      M0: 'rejected',
      M1: 'rejected',
      M2: 'explains',
      M3: 'explains_only_if',
      M4: 'explains',
      M5: 'explains',
      M6: 'explains',
      M7: 'rejected',
      M8: 'explains',
    });
  });

  it('completes a triangle as JSON, by either sigma', async () => {
    const mack = JSON.parse((await run('forecast', 'triangle', '--input', file('t.json', TRIANGLE), '--json')).out);
    expect(Object.keys(mack)).toEqual(['f', 'sigma', 'latest', 'ultimate', 'ibnr', 'mackSe', 'total']);
    expect(mack.latest).toEqual([27, 26, 21, 12]);
    const other = file('l.json', { ...TRIANGLE, sigma: 'loglinear' });
    const { sigma } = JSON.parse((await run('forecast', 'triangle', '--input', other, '--json')).out);
    expect(sigma.slice(0, 2)).toEqual(mack.sigma.slice(0, 2));
    expect(sigma[2]).not.toBe(mack.sigma[2]);
  });

  it('shows a table and a sentence in both languages without --json', async () => {
    const cohort = await run('forecast', 'cohort', '--input', file('cohort.json', COHORT));
    expect(cohort.out).toContain('januari');
    expect(cohort.out).toContain('uur per instromende klant in het kalenderjaar');
    expect(cohort.out).toContain('hours per inflow client in the calendar year');
    expect(cohort.out).toContain('onze lezing');
    const bridge = await run('forecast', 'bridge', ...PAIR);
    expect(bridge.out).toContain('5,30 - 0,557 + 0,357 = 5,10');
    expect(bridge.out).toContain('5.30 - 0.557 + 0.357 = 5.10');
    expect(bridge.out).toContain('M0 Kan het paar niet verklaren');
    const triangle = await run('forecast', 'triangle', '--input', file('t.json', TRIANGLE), '--language', 'en');
    expect(triangle.out).toContain('standard error');
    expect(triangle.out).toContain('standaardfout');
  });

  it.each([
    { code: 'bad_inflow', exit: 3, verb: 'cohort', content: { ...COHORT, inflow: { '2019-01': -1 } } },
    { code: 'no_inflow_in_year', exit: 3, verb: 'cohort', content: { ...COHORT, year: 2024 } },
    { code: 'invalid_input', exit: 2, verb: 'cohort', content: { year: 2019 } },
    { code: 'invalid_input', exit: 2, verb: 'cohort', content: '{"year": ' },
    { code: 'triangle_too_small', exit: 3, verb: 'triangle', content: { triangle: [[1, 2], [1]] } },
    { code: 'invalid_input', exit: 2, verb: 'triangle', content: { ...TRIANGLE, sigma: 'other' } },
  ])('refuses with $code and exit code $exit', async ({ code, exit, verb, content }) => {
    const refused = await run('forecast', verb, '--input', file('wrong.json', content), '--json');
    expect(refused.exit).toBe(exit);
    expect(JSON.parse(refused.out)).toMatchObject({ code });
    expect(refused.err).toContain(code);
  });

  it('refuses a pair without a difference, and a missing flag', async () => {
    const same = await run('forecast', 'bridge', ...PAIR.slice(0, 4), '--to-inflow', '254200', '--to-hours', '5.1');
    expect(same.exit).toBe(3);
    expect(same.err).toContain('no_difference_in_inflow');
    expect((await run('forecast', 'bridge', ...PAIR.slice(0, 4))).exit).toBe(2);
  });
});

describe('forecast over HTTP', () => {
  const call = { actor: { ...machineActor, role: 'planner' }, language: 'nl', fromMachine: false } as const;
  const [cohort] = cohortActions;

  it('takes the JSON itself instead of a file, and gives what its contract says', async () => {
    const output = await runAction(surroundings, cohort, { call, input: { input: COHORT } });
    expect(cohort.contract.output.parse(output)).toEqual(output);
    expect(output.totalHours).toBe(670);
  });

  it('names every fault of the JSON', async () => {
    const asked = runAction(surroundings, cohort, { call, input: { input: { year: 2019 } } });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('is described in OpenAPI', () => {
    const { paths } = openApi(cohortActions.map(({ contract }) => contract)) as { paths: Record<string, object> };
    expect(Object.keys(paths)).toEqual(['/forecast/cohort', '/forecast/bridge', '/forecast/triangle']);
    expect(JSON.stringify(paths['/forecast/cohort'])).toContain('runOffPerMonth');
  });
});

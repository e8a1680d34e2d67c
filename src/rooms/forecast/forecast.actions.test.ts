import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../platform/cli/program.ts';
import { readConfig } from '../../platform/config.ts';
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

  it('shows a table and sentences in the language that was asked, and in no other', async () => {
    const cohort = ['forecast', 'cohort', '--input', file('cohort.json', COHORT)];
    const triangle = ['forecast', 'triangle', '--input', file('t.json', TRIANGLE)];
    const bridge = ['forecast', 'bridge', ...PAIR];
    const dutch = [(await run(...cohort)).out, (await run(...bridge)).out, (await run(...triangle)).out].join('\n');
    for (const own of [
      'januari',
      'uur per instromende klant in het kalenderjaar',
      'Dit is onze lezing',
      'Van 5,3 uur per instromende klant in het kalenderjaar bij 254.200 klanten naar 5,1 bij 284.050: 5,30 - 0,557 + 0,357 = 5,10 ',
      'M0 Kan het paar niet verklaren',
      'standaardfout',
    ]) {
      expect(dutch).toContain(own);
    }
    const inEnglish = async (args: readonly string[]) => (await run(...args, '--language', 'en')).out;
    const english = [await inEnglish(cohort), await inEnglish(bridge), await inEnglish(triangle)].join('\n');
    for (const own of [
      'January',
      'hours per inflow client in the calendar year',
      'This is our reading',
      '5.30 - 0.557 + 0.357 = 5.10 ',
      'M0 Cannot explain the pair',
      'standard error',
    ]) {
      expect(english).toContain(own);
    }
    expect(dutch).not.toMatch(/hours|client|assumption/i);
    expect(english).not.toMatch(/\buur\b|\buren\b|klant|aanname/i);
  });

  it('says of a smaller inflow what it is: fewer clients, hours that fall away', async () => {
    const fewer = ['forecast', 'bridge', '--from-inflow', '254200', '--from-hours', '5.3', '--to-inflow', '200000'];
    const { out } = await run(...fewer, '--to-hours', '5.1', '--language', 'en');
    expect(out).toContain('54,200 fewer clients');
    expect(out).toContain('hours fewer per client fewer');
    expect(out).not.toContain('extra client');
    const odd = (await run('forecast', 'bridge', ...PAIR.slice(0, 6), '--to-hours', '2.0', '--language', 'en')).out;
    expect(odd).toContain('in all fewer hours for more clients');
    expect(odd).not.toMatch(/-\d+\.\d\d hours per extra client/);
  });

  it('writes the hours with the decimals that they were printed with', async () => {
    const { out } = await run('forecast', 'bridge', ...PAIR, '--decimals', '3');
    expect(out).toContain('Van 5,300 uur');
    expect(out).toContain('5,300 - 0,557 + 0,357 = 5,100 ');
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

describe('a file of forecast', () => {
  it('gives what its contract says', async () => {
    const { out } = await run('forecast', 'cohort', '--input', file('cohort.json', COHORT), '--json');
    const output = JSON.parse(out);
    expect(cohortActions[0].contract.output.parse(output)).toEqual(output);
  });

  it('that lacks something is refused with every fault', async () => {
    const { exit, out } = await run('forecast', 'cohort', '--input', file('year.json', { year: 2019 }), '--json');
    expect(exit).toBe(2);
    const { errors } = JSON.parse(out);
    expect(errors.map(({ field }: { field: string }) => field)).toEqual(['input.inflow', 'input.hours']);
  });
});

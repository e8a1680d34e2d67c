import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../platform/cli/program.ts';
import { readConfig } from '../../platform/config.ts';
import { capacityActions } from './capacity.actions.ts';

const folder = mkdtempSync(join(tmpdir(), 'capacity-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line without any database: an action that asks for one fails. */
async function run(verb: string, content: unknown, ...flags: string[]) {
  const path = join(folder, 'input.json');
  writeFileSync(path, JSON.stringify(content));
  let out = '';
  let err = '';
  const line = {
    actions: capacityActions,
    surroundings: () => ({
      config: readConfig(),
      clock: { now: () => '2019-08-31T10:00:00Z' },
      database: () => Promise.reject(new Error('no database')),
    }),
    print: (text: string) => {
      out += text;
    },
    complain: (text: string) => {
      err += text;
    },
  };
  const exit = await runCommandLine(line, ['capacity', verb, '--input', path, ...flags]);
  return { exit, out, err };
}

const PLAN = {
  base_fte: 100,
  attrition_per_year: 0.12,
  productivity_hours_per_fte_year: [1200, 1200, 1200],
  ramp: [0, 0.5, 1],
  starts: [10, 0, 0],
  planned: [0, 10, 0],
  graduates: [0, 0, 0],
  graduate_factor: 0.8,
  graduate_school_months: 12,
  growth_signal: 0.5,
  funnel: { applicants: 2000, hired: 200 },
};

describe('capacity on the command line', () => {
  it('projects rows as JSON', async () => {
    const { exit, out } = await run('project', PLAN, '--json');
    expect(exit).toBe(0);
    const rows = JSON.parse(out);
    expect(rows.map((row: { month: string }) => row.month)).toEqual(['2019-01', '2019-02', '2019-03']);
    expect(rows[1].new_headcount).toBeCloseTo(10 * 0.99 + 5, 12);
    expect(rows[1].effective_fte).toBeCloseTo(100 * 0.99 ** 2 + 10 * 0.99 * 0.5, 12);
    expect(rows[1].hours).toBeCloseTo(rows[1].effective_fte * 100, 9);
  });

  it('keeps the pace of starts between none and one and a half times the plan', async () => {
    const fresh = async (growth_signal: number) =>
      JSON.parse((await run('project', { ...PLAN, growth_signal }, '--json')).out)[1].new_headcount;
    expect(await fresh(9)).toBeCloseTo(10 * 0.99 + 15, 12);
    expect(await fresh(-1)).toBeCloseTo(10 * 0.99, 12);
  });

  it('labels a funnel as a running process, from the same file', async () => {
    const { exit, out } = await run('funnel', PLAN, '--json');
    expect(exit).toBe(0);
    const funnel = JSON.parse(out);
    expect(funnel).toMatchObject({
      conversion: 0.1,
      neededApplicants: 4500,
      remainingApplicants: 2500,
      hiresByMonth: null,
    });
    expect(funnel.label.en).toContain('running process');
    const dutch = (await run('funnel', PLAN)).out;
    expect(dutch).toContain('geen slagingskans');
    expect(dutch).not.toContain('not a conversion rate');
    const english = (await run('funnel', PLAN, '--language', 'en')).out;
    expect(english).toContain('not a conversion rate');
    expect(english).not.toContain('slagingskans');
  });

  it('expects starts once candidates are decided on', async () => {
    const funnel = { ...PLAN.funnel, decided: 1000, applications_by_month: [100, 100], lag_shares: [0.5, 0.5] };
    const { hiresByMonth } = JSON.parse((await run('funnel', { funnel }, '--json')).out);
    expect(hiresByMonth.map(({ mean }: { mean: number }) => mean)).toEqual([10, 20]);
  });

  it('shows a table and a sentence in the language that was asked', async () => {
    const english = (await run('project', PLAN, '--language', 'en')).out;
    expect(english).toContain('plannable hours; ramp, attrition');
    expect(english).not.toContain('planbare uren');
    const dutch = (await run('project', PLAN)).out;
    expect(dutch).toContain('planbare uren; opbouw, verloop');
    expect(dutch).not.toContain('plannable hours');
  });

  it.each([
    { code: 'unequal_months', exit: 3, verb: 'project', content: { ...PLAN, starts: [1], planned: [1] } },
    { code: 'bad_share', exit: 3, verb: 'project', content: { ...PLAN, ramp: [1.5] } },
    { code: 'no_ramp', exit: 3, verb: 'project', content: { ...PLAN, ramp: [] } },
    { code: 'more_ends_than_advisers', exit: 3, verb: 'project', content: { ...PLAN, contract_ends: [0, 5000, 0] } },
    { code: 'invalid_input', exit: 2, verb: 'project', content: { ...PLAN, base_fte: 'many' } },
    {
      code: 'conversion_unknown',
      exit: 3,
      verb: 'funnel',
      content: { funnel: { ...PLAN.funnel, applications_by_month: [100] } },
    },
    { code: 'bad_share', exit: 3, verb: 'funnel', content: { funnel: { applicants: 10, hired: 20 } } },
    { code: 'no_hires', exit: 3, verb: 'funnel', content: { funnel: { applicants: 10, hired: 0 } } },
    { code: 'bad_amount', exit: 3, verb: 'funnel', content: { funnel: { applicants: 10, hired: -1 } } },
    {
      code: 'bad_amount',
      exit: 3,
      verb: 'funnel',
      content: { funnel: { applicants: 10, hired: 1, needed_hires: -3 } },
    },
  ])('refuses with $code and exit code $exit', async ({ code, exit, verb, content }) => {
    const refused = await run(verb, content, '--json');
    expect(refused.exit).toBe(exit);
    expect(JSON.parse(refused.out)).toMatchObject({ code });
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { machineActor } from '../../platform/access.ts';
import { type Action, runAction } from '../../platform/actions.ts';
import { runCommandLine } from '../../platform/cli/program.ts';
import { readConfig } from '../../platform/config.ts';
import { openApi } from '../../platform/http/openapi.ts';
import { projectRoot } from '../../platform/root.ts';
import { makeTrialExample } from './data/trial-example.ts';
import { effectActions, listEstimatorsAction } from './effect.actions.ts';
import { estimators } from './estimators.ts';

const folder = mkdtempSync(join(tmpdir(), 'effect-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** No database: an action that asks for one fails. */
const surroundings = {
  config: readConfig(),
  clock: { now: () => '2019-08-31T10:00:00Z' },
  database: () => Promise.reject(new Error('no database')),
};

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const exit = await runCommandLine(
    {
      actions: effectActions,
      surroundings: () => surroundings,
      print: (text) => {
        out += text;
      },
      complain: (text) => {
        err += text;
      },
    },
    ['stats', ...args],
  );
  return { exit, out, err };
}

function file(content: string, name = 'table.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const trial = join(projectRoot, 'src/rooms/effect/data/trial.csv');
const table = file('group,low,high\nA,3,40\nB,50,60\n', 'counts.csv');

/** Flags of an example, with its data. */
function exampleOf({ name, example, input }: (typeof estimators)[number]): string[] {
  if (name === 'suppress') return [name, '--data', table];
  return [name, ...('data' in input ? ['--data', trial] : []), ...example.split(' ')];
}

describe('every command of stats', () => {
  it('has data to try it on that are made, not taken', () => {
    expect(readFileSync(trial, 'utf8')).toBe(makeTrialExample(20190831));
  });

  it.each(estimators.map((estimator) => [estimator.name, estimator] as const))(
    '%s: its example runs, gives what its contract says and reads as words in both languages',
    async (name, estimator) => {
      const json = await run(...exampleOf(estimator), '--json');
      expect(json.err).toBe('');
      expect(json.exit).toBe(0);
      const output = JSON.parse(json.out);
      expect(estimator.output.strict().parse(output)).toEqual(output);
      expect(json.out).not.toMatch(/NaN|Infinity/);
      for (const key of estimator.gives.match(/^[a-zA-Z0-9]+/) ?? []) expect(output).toHaveProperty(key);
      for (const language of ['nl', 'en'] as const) {
        const { out } = await run(...exampleOf(estimator), '--language', language);
        expect(out).toContain(output.sentence[language]);
        expect(out.split('\n').length).toBeGreaterThan(3);
      }
      const help = await run(name, '--help');
      const text = help.out.replaceAll(/\s+/g, ' ');
      expect(text).toContain(`Example: sluitend stats ${name}`);
      expect(text).toContain(estimator.question.en);
    },
  );

  it('is in the list with the question that it answers', async () => {
    const call = { actor: machineActor, language: 'en', fromMachine: true } as const;
    const output = await runAction(surroundings, listEstimatorsAction, { call, input: { list: true } });
    expect(output.estimators.map(({ name }) => name)).toEqual(estimators.map(({ name }) => name));
    const shown = listEstimatorsAction.show?.(output, 'en') ?? '';
    for (const { name, question } of estimators) expect(shown).toContain(`${name.padEnd(24)}${question.en}`);
  });

  it('has a name, a path and a question of its own', () => {
    const contracts = effectActions.map(({ contract }) => contract);
    for (const of of [
      contracts.map(({ name }) => name),
      contracts.map(({ path }) => path),
      estimators.map(({ question }) => question.nl),
    ]) {
      expect(new Set(of).size).toBe(of.length);
    }
  });
});

const COLUMNS = 'y,t,g,w\n';

describe('what a command refuses', () => {
  it.each([
    ['one_arm', 'mean-difference', 'y,t\n1,1\n2,1\n'],
    ['not_binary', 'mean-difference', 'y,t\n1,1\n2,2\n'],
    ['not_numeric', 'mean-difference', 'y,t\nhigh,1\n2,0\n'],
    ['constant', 'mean-difference', 'y,t\n2,1\n2,0\n2,1\n2,0\n'],
    ['too_few', 'mean-difference', 'y,t\n,1\n2,\n'],
    ['unknown_column', 'mean-difference', 'y,arm\n1,1\n2,0\n'],
    ['collinearity', 'ols', `${COLUMNS}1,1,1,2\n2,0,3,6\n3,1,2,4\n5,0,7,14\n6,1,1,2\n`],
    ['separation', 'logit', `${COLUMNS}1,1,1,5\n1,0,3,6\n0,1,2,1\n0,0,7,2\n1,1,1,7\n0,0,3,1\n`],
    ['empty_stratum', 'post-stratified', `${COLUMNS}1,1,1,5\n2,1,1,5\n1,0,1,6\n2,0,1,6\n0,1,2,1\n`],
    ['negative_duration', 'kaplan-meier', `${COLUMNS}-1,1,1,5\n1,0,1,6\n`],
    ['entry_after_exit', 'nelson-aalen', `${COLUMNS}3,1,1,5\n4,0,1,6\n`],
  ])('%s by %s', async (code, command, csv) => {
    const flags: Record<string, string> = {
      ols: '--outcome y --treatment t --covariates g,w',
      logit: '--outcome y --covariates w',
      'post-stratified': '--outcome y --treatment t --strata g',
      'kaplan-meier': '--time y --event t',
      'nelson-aalen': '--time y --event t --entry w',
    };
    const asked = flags[command] ?? '--outcome y --treatment t';
    const refused = await run(command, '--data', file(csv), ...asked.split(' '), '--json');
    expect(refused.exit).toBe(3);
    expect(JSON.parse(refused.out)).toMatchObject({ code });
    expect(refused.err).toContain(code);
  });

  it('names the stratum that lacks an arm', async () => {
    const csv = file('y,t,g\n1,1,north\n2,0,north\n3,1,north\n4,0,north\n3,1,south\n');
    const refused = await run(
      'post-stratified',
      '--data',
      csv,
      ...'--outcome y --treatment t --strata g --json'.split(' '),
    );
    expect(JSON.parse(refused.out)).toMatchObject({ code: 'empty_stratum', detail: 'g=south' });
  });

  it.each([
    ['no_header', '\n1,2\n'],
    ['double_column', 'y,y\n1,2\n'],
    ['cells', 'y,t\n1\n'],
    ['open_quote', 'y,t\n"1,2\n'],
    ['encoding', new Uint8Array([0x79, 0x0a, 0xff])],
  ])('a file with %s', async (fault, content) => {
    const path = join(folder, 'broken.csv');
    writeFileSync(path, content);
    const refused = await run('mean-difference', '--data', path, '--outcome', 'y', '--treatment', 't', '--json');
    expect(refused.exit).toBe(2);
    expect(JSON.parse(refused.out).errors).toMatchObject([{ field: 'data', code: fault }]);
  });

  it('a file that is not there, and a flag that does not exist', async () => {
    const missing = await run('flow', '--data', join(folder, 'none.csv'), '--treatment', 't', '--received', 'r');
    expect(missing.exit).toBe(2);
    expect((await run('flow', '--nonsense')).exit).toBe(2);
  });
});

describe('rows', () => {
  it('with a missing used value are left out and counted', async () => {
    const csv = file('y,t,other\n1,1,\n2,0,\n3,1,\n5,0,\n,1,\n7,,\n');
    const { out } = await run('mean-difference', '--data', csv, '--outcome', 'y', '--treatment', 't', '--json');
    expect(JSON.parse(out)).toMatchObject({ n: 4, missing: 2 });
    const shown = await run('mean-difference', '--data', csv, '--outcome', 'y', '--treatment', 't', '--language', 'en');
    expect(shown.out).toContain('2 rows with a missing value were left out');
  });

  it('may be separated by semicolons and quoted', async () => {
    const csv = file('\uFEFF"y";t\r\n"1";1\r\n2;0\r\n3;1\r\n"5";0\r\n');
    const { out } = await run('mean-difference', '--data', csv, '--outcome', 'y', '--treatment', 't', '--json');
    expect(JSON.parse(out).estimate).toBe(-1.5);
  });

  it('travel as text over HTTP', async () => {
    const meanDifference = effectActions[0] as Action;
    const call = { actor: { ...machineActor, role: 'researcher' }, language: 'nl', fromMachine: false } as const;
    const input = { data: 'y,t\n1,1\n2,0\n3,1\n5,0\n', outcome: 'y', treatment: 't' };
    expect(await runAction(surroundings, meanDifference, { call, input })).toMatchObject({ estimate: -1.5 });
  });

  it('and results are described in OpenAPI', () => {
    const { paths } = openApi(effectActions.map(({ contract }) => contract)) as { paths: Record<string, object> };
    expect(Object.keys(paths).length).toBe(estimators.length);
  });
});

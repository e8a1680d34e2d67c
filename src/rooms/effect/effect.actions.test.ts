import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { machineActor } from '../../platform/access.ts';
import { type Action, runAction } from '../../platform/actions.ts';
import { runCommandLine } from '../../platform/cli/program.ts';
import { projectRoot } from '../../platform/root.ts';
import { seededGenerator } from '../../stats/index.ts';
import { exampleOf } from './contract.ts';
import { makeTrialExample } from './data/trial-example.ts';
import { effectActions, listEstimatorsAction } from './effect.actions.ts';
import { estimators } from './estimators.ts';
import { run, surroundings, testFolder, trial } from './testing/run-stats.files.ts';

const { folder, file } = testFolder();

/** Words of an example, as its help shows them, with the data wherever the test runs. */
function exampleWords(estimator: (typeof estimators)[number]): string[] {
  const [, , ...words] = exampleOf(estimator).split(' ');
  return words.map((word) => (word.startsWith('src/') ? join(projectRoot, word) : word));
}

describe('every command of stats', () => {
  it('has data to try it on that are made, not taken', () => {
    expect(readFileSync(trial, 'utf8')).toBe(makeTrialExample(20190831));
  });

  it.each(estimators.map((estimator) => [estimator.name, estimator] as const))(
    '%s: its example runs, gives what its contract says and reads as words in both languages',
    async (name, estimator) => {
      const json = await run(...exampleWords(estimator), '--json');
      expect(json.err).toBe('');
      expect(json.exit).toBe(0);
      const output = JSON.parse(json.out);
      expect(estimator.output.strict().parse(output)).toEqual(output);
      expect(json.out).not.toMatch(/NaN|Infinity/);
      for (const language of ['nl', 'en'] as const) {
        const { out } = await run(...exampleWords(estimator), '--language', language);
        expect(out).toContain(output.sentence[language]);
        expect(out.split('\n').length).toBeGreaterThan(3);
      }
      const help = await run(name, '--help');
      const text = help.out.replaceAll(/\s+/g, ' ');
      expect(text).toContain(`Example (in the folder of the product): ${exampleOf(estimator)}`);
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

  it('is asked by a name that is in the list', async () => {
    let err = '';
    const line = {
      actions: [listEstimatorsAction, ...effectActions],
      surroundings: () => surroundings,
      print: () => {},
      complain: (text: string) => {
        err += text;
      },
    };
    expect(await runCommandLine(line, ['stats', 'foo', '--language', 'en'])).toBe(2);
    expect(err).toContain('no foo here; see sluitend stats --list');
    expect(await runCommandLine(line, ['stats', 'events', '--hazard-ratio', '0.8'])).toBe(0);
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

/** The example's people, each a random number of times: as cells with a count, and written out. */
function repeatedTrial(): { cells: string; rows: string } {
  const [header = '', ...lines] = readFileSync(trial, 'utf8').trim().split('\n');
  const { below } = seededGenerator(20190831);
  const counts = lines.map(() => below(4));
  return {
    cells: file([`${header},n`, ...lines.map((line, i) => `${line},${counts[i]}`)].join('\n'), 'cells.csv'),
    rows: file([header, ...lines.flatMap((line, i) => Array(counts[i]).fill(line))].join('\n'), 'rows.csv'),
  };
}

function expectSame(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number') {
    const distance = Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected));
    expect(distance, `${path}: ${String(actual)} and ${expected}`).toBeLessThanOrEqual(1e-10);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) {
      if (key !== 'iterations') expectSame((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  } else expect(actual, path).toBe(expected);
}

describe('cells', () => {
  /** A lot is drawn for rows; a table of counts is one. */
  const others = ['allocate', 'suppress'];
  const readers = estimators.filter(({ name, input }) => 'data' in input && !others.includes(name));

  it('are read by every command that estimates from rows', () => {
    expect(readers.filter(({ input }) => !('count' in input))).toEqual([]);
  });

  it.each(readers.map((estimator) => [estimator.name, estimator] as const))(
    '%s --count gives what the rows give, those left out included',
    async (_, estimator) => {
      const { cells, rows } = repeatedTrial();
      const [name = '', , , ...flags] = exampleWords(estimator);
      const counted = await run(name, '--data', cells, ...flags, '--count', 'n', '--json');
      expect(counted.err).toBe('');
      expectSame(JSON.parse(counted.out), JSON.parse((await run(name, '--data', rows, ...flags, '--json')).out));
    },
  );

  it('are what the README shows', async () => {
    const readme = readFileSync(join(projectRoot, 'src/rooms/effect/README.md'), 'utf8');
    const shown = readme.split('\n').filter((line) => /sluitend stats .*--count /.test(line));
    expect(shown.length).toBeGreaterThan(0);
    for (const line of shown) {
      const [, , ...args] = line.trim().replace('src/rooms', join(projectRoot, 'src/rooms')).split(' ');
      const { out, exit } = await run(...args, '--json');
      expect(exit).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ n: 41_000, strataUsed: 2 });
    }
  });

  it('may be sums: the example of the engine, by hand', async () => {
    const rows = file('arm,place,hours\n1,a,3\n1,a,5\n1,b,4\n0,a,2\n0,a,2\n0,b,6\n0,b,1\n1,b,7\n', 'people.csv');
    const sums = file('arm,place,n,hours,squares\n1,a,2,8,34\n1,b,2,11,65\n0,a,2,4,8\n0,b,2,7,37\n', 'sums.csv');
    const asked = ['--outcome', 'hours', '--treatment', 'arm'];
    const summed = [...asked, '--count', 'n', '--sum-of-squares', 'squares'];
    for (const command of [
      ['mean-difference'],
      ['post-stratified', '--strata', 'place'],
      ['lin', '--covariates', 'place'],
      ['g-computation', '--model', 'linear', '--covariates', 'place'],
    ]) {
      const [name = '', ...flags] = command;
      const one = await run(name, '--data', sums, ...flags, ...summed, '--json');
      const other = await run(name, '--data', rows, ...flags, ...asked, '--json');
      expect(other.exit).toBe(0);
      expectSame(JSON.parse(one.out), JSON.parse(other.out));
    }
  });

  it('leave the outcome of who did not respond unread', async () => {
    const people = [
      ['1,1,4', '1,1,6', '1,0,', '0,1,1', '0,1,2', '0,0,', '1,1,5', '0,0,'],
      ['1,1,4', '1,1,7', '1,0,', '0,1,1', '0,1,3', '0,0,', '0,1,5', '1,0,'],
    ].flatMap((lines, x) => lines.map((line) => `${x},1,${line}`));
    const rows = file(['x,invited,arm,responded,grade', ...people].join('\n'), 'answers.csv');
    const sums = file(
      [
        'x,invited,arm,responded,n,grade,squares',
        '0,1,1,1,3,15,77',
        '0,1,1,0,1,,',
        '0,1,0,1,2,3,5',
        '0,1,0,0,2,,',
        '1,1,1,1,2,11,65',
        '1,1,1,0,2,,',
        '1,1,0,1,3,9,35',
        '1,1,0,0,1,,',
      ].join('\n'),
      'answer-sums.csv',
    );
    const asked = '--outcome grade --treatment arm --invited invited --responded responded --covariates x --json';
    const one = await run('response-weighted', '--data', rows, ...asked.split(' '));
    const summed = `${asked} --count n --sum-of-squares squares`;
    const other = await run('response-weighted', '--data', sums, ...summed.split(' '));
    expect(JSON.parse(one.out)).toMatchObject({ missing: 0, responded: 10, invited: 16 });
    expectSame(JSON.parse(other.out), JSON.parse(one.out));
  });

  it.each([
    ['bad_weight', 'y,t,n\n1,1,2\n2,0,1.5\n3,1,1\n5,0,1\n'],
    ['missing_value', 'y,t,n\n1,1,2\n2,0,\n3,1,1\n5,0,1\n'],
    ['not_numeric', 'y,t,n\n1,1,2\n2,0,many\n3,1,1\n5,0,1\n'],
  ])('whose count is none are refused: %s', async (code, csv) => {
    const { out } = await run(
      'mean-difference',
      '--data',
      file(csv),
      ...'--outcome y --treatment t --count n --json'.split(' '),
    );
    expect(JSON.parse(out)).toMatchObject({ code });
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
    ['gzip', gzipSync('y,t\n1,1\n').subarray(0, 20)],
  ])('a file with %s', async (fault, content) => {
    const path = file(content, 'broken.csv');
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

describe('a list of numbers', () => {
  const curve = `--data ${trial} --time days --event exit`;
  const cox = `${curve} --covariates age`;

  it.each([
    ['adjust-p --p 0.01,'],
    ['adjust-p --p ,'],
    ['adjust-p --p 0.01,,0.02'],
    [`kaplan-meier ${curve} --at 10,`],
    [`nelson-aalen ${curve} --at ,10`],
    [`aalen-johansen --data ${trial} --time days --cause cause --at 10,`],
    [`cox ${cox} --baseline-at 10,,20`],
    ['sequential --information 0.5,,1'],
    ['adjust-p --p 0.01,few'],
    ['adjust-p --p 1e999'],
  ])('with an empty element is refused, not read as 0: %s', async (line) => {
    const { exit, out } = await run(...line.split(' '), '--json');
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ code: 'invalid_input' });
  });

  it('may be numbers or text', async () => {
    const call = { actor: { ...machineActor, role: 'researcher' }, language: 'nl', fromMachine: true } as const;
    const adjustP = effectActions.find(({ contract }) => contract.name === 'effect.adjust-p') as Action;
    const asText = { call, input: { p: ['0.01', ' 2e-200'] } };
    const asNumbers = { call, input: { p: [0.01, 2e-200] } };
    expect(await runAction(surroundings, adjustP, asText)).toEqual(await runAction(surroundings, adjustP, asNumbers));
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

  it('of a Dutch spreadsheet give what those of an English one give, packed or not', async () => {
    const english = 'y,t\n1.5,1\n2,0\n3.25,1\n5,0\n';
    const ask = async (content: string | Uint8Array) =>
      JSON.parse(
        (await run('mean-difference', '--data', file(content), '--outcome', 'y', '--treatment', 't', '--json')).out,
      );
    const estimated = await ask(english);
    expect(estimated.estimate).toBe(-1.125);
    const dutch = english.replaceAll(',', ';').replaceAll('.', ',');
    expect(await ask(dutch)).toEqual(estimated);
    expect(await ask(dutch.replaceAll(';', '\t'))).toEqual(estimated);
    expect(await ask(gzipSync(dutch))).toEqual(estimated);
  });

  it.each([
    ['mean-difference --outcome y --treatment t', 'y'],
    ['ols --outcome t --covariates y^2*t', 'y'],
    ['suppress', 'y'],
  ])('with a number that may be thousands are refused: %s', async (line, column) => {
    const csv = file('t;y;place\n1;1.234;a\n0;987;b\n1;2.345;c\n0;12;d\n');
    const [name = '', ...flags] = line.split(' ');
    const refused = await run(name, '--data', csv, ...flags, '--json', '--language', 'en');
    expect(refused.exit).toBe(2);
    expect(JSON.parse(refused.out).errors).toMatchObject([{ field: 'data', code: 'thousands' }]);
    expect(refused.err).toContain(`line 2: 1.234 (${column}) may be thousands`);
  });

  it('with such a number in a column of labels, or one that is not used, are read', async () => {
    const csv = file('t;y;code\n1;3;1.234\n0;9;1.235\n1;2;1.234\n0;12;1.235\n');
    for (const line of ['rank-sum --outcome y --treatment t', 'ols --outcome y --covariates code:factor']) {
      const [name = '', ...flags] = line.split(' ');
      expect((await run(name, '--data', csv, ...flags)).exit).toBe(0);
    }
  });

  it('of counts by year keep the first column as their names, and hide what is small', async () => {
    const csv = file('office,2019,2018\n101,40,3\n102,25,30\n103,60,25\n');
    const { out } = await run('suppress', '--data', csv, '--json');
    const shown = JSON.parse(out);
    expect(shown).toMatchObject({ rows: ['101', '102', '103'], columns: ['2019', '2018'], hiddenSmall: 1 });
    expect(shown.cells[0][1]).toBe('too_small');
    expect(shown.cells.flat()).not.toContain(3);
  });
});

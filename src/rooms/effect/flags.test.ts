import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { estimators } from './estimators.ts';
import { json, run, testFolder, trial } from './testing/run-stats.files.ts';

const { file } = testFolder();

async function faultsOf(line: string): Promise<{ exit: number; faults: [string, string][]; err: string }> {
  const { exit, out, err } = await run(...line.split(' '), '--json', '--language', 'en');
  const { code, errors } = JSON.parse(out) as { code: string; errors: { field: string; code: string }[] };
  expect(code).toBe('invalid_input');
  return { exit, faults: errors.map(({ field, code: fault }) => [field, fault]), err };
}

describe('a flag that is forgotten is named, and is no fault of the data', () => {
  const data = `--data ${trial}`;
  it.each([
    ['proportion-difference', ['data', 'outcome', 'treatment']],
    [`proportion-difference ${data} --outcome work`, ['treatment']],
    ['proportion-difference --x1 3 --n1 10 --x0 5', ['n0']],
    ['fisher --n0 5', ['x1', 'n1', 'x0']],
    [`cox ${data} --event exit --covariates age`, ['start', 'stop']],
    [`cox ${data} --event exit --covariates age --start weeks`, ['stop']],
    ['sample-size', ['p1', 'p0']],
    ['sample-size --p1 0.6', ['p0']],
    ['sample-size --sd 2', ['difference']],
    ['sequential --type OF', ['looks']],
    [`g-computation ${data} --outcome work --treatment arm --scheme blocks`, ['strata']],
    [`mean-difference ${data} --outcome hours --treatment arm --sum-of-squares score`, ['count']],
  ])('%s', async (line, missing) => {
    const { exit, faults, err } = await faultsOf(line);
    expect(exit).toBe(2);
    expect(faults).toEqual(missing.map((field) => [field, 'required']));
    for (const field of missing) expect(err).toContain(`--${field}: is missing`);
  });

  it('in Dutch too', async () => {
    const { err } = await run('proportion-difference', '--x1', '3', '--n1', '10', '--x0', '5');
    expect(err).toContain('--n0: ontbreekt');
  });
});

describe('flags of which one would be ignored are refused', () => {
  const cox = `cox --data ${trial} --event exit --covariates age`;
  it.each([
    [`${cox} --time days --stop weeks`, 'time', '--stop'],
    [`${cox} --time days --start weeks`, 'time', '--start'],
    ['sequential --looks 3 --information 0.5,1', 'looks', '--information'],
    [`proportion-difference --data ${trial} --x1 3 --n1 10 --x0 5 --n0 10`, 'data', '--x1'],
    ['fisher --outcome work --x1 3 --n1 10 --x0 5 --n0 10', 'outcome', '--x1'],
    ['sample-size --p1 0.6 --p0 0.5 --sd 3', 'sd', '--p1'],
    [`mean-difference --data ${trial} --outcome hours --treatment arm --se welch --weights score`, 'weights', '--se'],
  ])('%s', async (line, field, other) => {
    const { exit, faults, err } = await faultsOf(line);
    expect(exit).toBe(2);
    expect(faults).toEqual([[field, 'conflict']]);
    expect(err).toContain(`--${field}: does not go together with ${other}`);
  });

  it('also one that does nothing by itself', async () => {
    const { exit, faults, err } = await faultsOf('sequential --looks 3 --type OF --gamma 3');
    expect([exit, faults]).toEqual([2, [['gamma', 'conflict']]]);
    expect(err).toContain('--gamma: only counts with --type asKD');
    expect((await run(...'sequential --looks 3 --type asKD --gamma 3'.split(' '))).exit).toBe(0);
  });
});

describe('strata that a scheme does not reckon with', () => {
  const line = `g-computation --data ${trial} --outcome work --treatment arm --strata district`;
  it.each([
    ['simple', ['strata_idle']],
    ['fixed', ['strata_idle']],
    ['blocks', []],
  ])('are said under %s', async (scheme, codes) => {
    const { warnings } = await json(`${line} --scheme ${scheme}`);
    expect((warnings as { code: string }[]).map(({ code }) => code)).toEqual(codes);
  });
});

describe('a refusal names the columns of the file', () => {
  const rows = 'y,arm,days,left,since,why\n1,1,4,1,0,1\n2,0,6,0,0,0\n3,1,5,1,0,2\n5,0,3,1,0,1\n';
  const edit = (column: string, row: number, value: string) => {
    const [header = '', ...lines] = rows.trim().split('\n');
    const at = header.split(',').indexOf(column);
    return [
      header,
      ...lines.map((line, i) => line.split(',').with(at, i === row ? value : (line.split(',')[at] ?? ''))),
    ]
      .map(String)
      .join('\n');
  };
  const difference = 'mean-difference --outcome y --treatment arm';
  const curve = '--time days --event left';
  const cmh = 'cmh --outcome y --treatment arm --strata place';
  const parted = `y,arm,x\n${Array.from({ length: 12 }, (_, i) => `${i % 5},${i < 6 ? 0 : 1},${i}`).join('\n')}\n`;

  it.each([
    ['negative_duration', 'days', `kaplan-meier ${curve}`, edit('days', 1, '-6')],
    ['not_binary', 'left', `kaplan-meier ${curve}`, edit('left', 1, '2')],
    ['negative_duration', 'since', `nelson-aalen ${curve} --entry since`, edit('since', 1, '-1')],
    ['out_of_range', 'why', 'aalen-johansen --time days --cause why', edit('why', 1, '900')],
    ['negative_duration', 'since', `timing-of-events ${curve} --contact-time since`, edit('since', 1, '-2')],
    ['negative_duration', 'days', 'cox --stop days --start since --event left --covariates y', edit('days', 1, '-6')],
    ['one_arm', 'arm', difference, 'y,arm\n1,1\n2,1\n'],
    ['one_arm', 'arm', `log-rank ${curve} --by arm`, 'days,left,arm\n3,1,a\n4,0,a\n5,1,a\n'],
    ['constant', 'y', difference, 'y,arm\n0.1,1\n0.1,0\n0.1,1\n0.1,0\n0.1,1\n'],
    ['constant', 'y', 'ols --outcome y --treatment arm', 'y,arm\n0.1,1\n0.1,0\n0.1,1\n0.1,0\n0.1,1\n'],
    ['constant', 'y', 'logit --outcome y --covariates x', 'y,x\n1,1\n1,2\n1,3\n1,5\n'],
    ['too_few', 'n1 = 1, n0 = 2', difference, 'y,arm\n1,1\n2,0\n4,0\n'],
    ['out_of_range', 'y', difference, 'y,arm\n1e999,1\n2,0\n3,1\n4,0\n'],
    ['out_of_range', 'y', difference, 'y,arm\n1e300,1\n2e300,0\n3e300,1\n4e300,0\n'],
    ['no_cluster', 'CR2', `${difference} --se CR2`, rows],
    ['no_cluster', 'CR2', 'ols --outcome y --treatment arm --se CR2', rows],
    ['no_cluster', 'CR2', 'iv --outcome y --endogenous left --instrument arm --se CR2', rows],
    ['idle_cluster', 'HC2', `${difference} --se HC2 --cluster why`, rows],
    ['idle_cluster', 'HC2', 'ols --outcome y --treatment arm --se HC2 --cluster why', rows],
    ['idle_cluster', 'HC2', 'iv --outcome y --endogenous left --instrument arm --se HC2 --cluster why', rows],
    ['one_cluster', 'place', `${difference} --cluster place`, 'y,arm,place\n1,1,a\n2,0,a\n3,1,a\n5,0,a\n'],
    ['no_events', 'left', `cox --time days --event left --covariates y`, 'y,days,left\n1,2,0\n2,3,0\n3,5,0\n'],
    ['out_of_range', 'at = -5', `kaplan-meier ${curve} --at -5`, rows],
    ['too_few', 'n = 0', 'allocate --block 2 --seed 1', 'id\n'],
    ['out_of_range', 'count = 1.5', 'suppress', 'place,short\nnorth,1.5\n'],
    ['too_many_groups', 'arm', `rmst ${curve} --by arm --tau 3`, 'days,left,arm\n3,1,a\n4,1,b\n5,1,c\n6,1,a\n'],
    ['no_events', 'left', `rmst ${curve} --by arm --tau 3`, 'days,left,arm\n3,0,a\n4,0,b\n5,0,b\n6,0,a\n'],
    ['no_events', 'left', `discrete-hazard ${curve} --covariates y`, 'y,days,left\n1,1,0\n2,2,0\n3,1,0\n'],
    ['one_arm', 'arm', cmh, 'y,arm,place\n1,1,a\n0,1,a\n1,1,b\n0,1,b\n'],
    ['constant', 'y', cmh, 'y,arm,place\n1,1,a\n1,0,a\n1,1,b\n1,0,b\n'],
    ['no_contrast', 'place', cmh, 'y,arm,place\n1,1,a\n0,1,a\n1,0,b\n0,0,b\n'],
    ['one_arm', 'arm', 'ols --outcome y --treatment arm', 'y,arm\n1,1\n2,1\n4,1\n'],
    ['one_arm', 'arm', 'logit --outcome y --treatment arm', 'y,arm\n1,0\n0,0\n1,0\n'],
    [
      'collinearity',
      'arm:x',
      'lin --outcome y --treatment arm --covariates x',
      'y,arm,x\n1,1,3\n2,1,3\n4,0,1\n5,0,2\n7,0,4\n6,0,3\n',
    ],
    ['no_overlap', 'arm', 'ipw --outcome y --treatment arm --covariates x', parted],
    ['no_overlap', 'arm', 'aipw --outcome y --treatment arm --covariates x', parted],
    [
      'no_take_up_difference',
      'got',
      'iv --outcome y --endogenous got --instrument arm',
      'y,got,arm\n1,1,1\n2,0,1\n3,1,0\n5,0,0\n',
    ],
    [
      'empty_stratum',
      'place=b',
      'g-computation --outcome y --treatment arm --model linear --scheme blocks --strata place',
      'y,arm,place\n1,1,a\n2,0,a\n4,1,a\n3,0,a\n2,1,b\n6,1,b\n',
    ],
  ])('%s (%s): %s', async (...[code, detail, line, csv]) => {
    const [name = '', ...flags] = line.split(' ');
    const { exit, out } = await run(name, '--data', file(csv), ...flags, '--json');
    expect(JSON.parse(out)).toMatchObject({ code, detail });
    expect(exit).toBe(3);
  });

  it('also where it is called as something that every object has', async () => {
    const csv = file('constructor,t\n2,1\n0,0\n1,1\n');
    const { exit, out } = await run(...`logit --data ${csv} --outcome constructor --treatment t --json`.split(' '));
    expect([exit, JSON.parse(out)]).toMatchObject([3, { code: 'not_binary', detail: 'constructor' }]);
  });

  it('and not a column that happens to be called as a role of the engine', async () => {
    const csv = file('y,event,time,left\n1,1,4,1\n2,2,6,0\n3,3,5,1\n5,4,3,1\n4,4,2,0\n');
    const line = `cox --data ${csv} --time time --event left --covariates y,event:factor --strata y`;
    const { out } = await run(...line.split(' '), '--json');
    expect(JSON.parse(out).detail).not.toBe('left');
  });

  it.each([
    ['kaplan-meier', '--time days --event left --entry since'],
    ['log-rank', '--time days --event left --entry since --by arm'],
    ['rmst', '--time days --event left --entry since --by arm --tau 3'],
    ['cox', '--start since --stop days --event left --covariates x'],
  ])('and the line of a row, past empty lines, rows left out and cells of two lines: %s', async (command, flags) => {
    const csv = 'arm,days,left,since,x\r\n1,4,1,0,"1\n"\r\n\r\n0,,0,0,3\r\n0,6,0,1,2\r\n1,5,1,5,4\r\n0,9,1,0,5\r\n';
    const ask = async (...language: string[]) =>
      JSON.parse((await run(command, '--data', file(csv), ...flags.split(' '), '--json', ...language)).out);
    expect(await ask()).toMatchObject({ code: 'entry_after_exit', detail: 'regel 7' });
    expect(await ask('--language', 'en')).toMatchObject({ detail: 'line 7' });
  });

  it('and the period without an event, before a fit of some seconds', async () => {
    const csv = file('week,left,x\n1,1,1\n1,0,5\n2,0,2\n3,1,4\n3,0,3\n4,1,6\n4,0,2\n');
    const line = `discrete-hazard --data ${csv} --time week --event left --covariates x`;
    const refused = await run(...line.split(' '), '--json', '--language', 'en');
    expect(JSON.parse(refused.out)).toMatchObject({ code: 'bare_period', detail: 'period 2' });
    expect(refused.err).toContain('pool-from');
    const pooled = await run(...line.split(' '), '--pool-from', '2', '--json');
    expect(JSON.parse(pooled.out)).toMatchObject({ people: 7, rows: 18 });
  });
});

describe('design questions without an answer', () => {
  it.each<[string, string, string?]>([
    ['no_difference', 'events --hazard-ratio 1'],
    ['no_difference', 'sample-size --p1 .5 --p0 .5'],
    ['out_of_range', 'sample-size --p1 1.5 --p0 .5', 'p1 = 1.5'],
    ['out_of_range', 'design-effect --cluster-size 0 --icc 0.1', 'cluster size = 0'],
    ['out_of_range', 'detectable --n1 0 --n0 5 --p0 0.5', 'n1 = 0'],
    ['out_of_range', 'adjust-p --p 0.2,1.5', 'p = 1.5'],
    ['out_of_range', 'fisher --x1 3 --n1 2 --x0 5 --n0 10', 'x1 = 3 van n1 = 2'],
  ])('%s: %s', async (code, line, detail) => {
    const { exit, out } = await run(...line.split(' '), '--json');
    expect(exit).toBe(3);
    expect(JSON.parse(out)).toMatchObject(detail === undefined ? { code } : { code, detail });
  });
});

describe('the keys that help names', () => {
  /** Names of a list of keys, without what stands in brackets about them; true = may be left out. */
  function keysOf(gives: string): Map<string, boolean> {
    const bare = gives
      .replaceAll(/\([^()]*(\([^()]*\)[^()]*)*\)/g, '')
      .replaceAll(/\{[^{}]*(\{[^{}]*(\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}/g, '');
    return new Map(
      bare.split(/[,;]/).map((part) => {
        const [, name = '', mark = ''] = /^\s*(\w+)(\??)\s*$/.exec(part) ?? [];
        expect(name, `a key in "${part}" of ${gives}`).not.toBe('');
        return [name, mark === '?'];
      }),
    );
  }

  it.each(estimators.map((estimator) => [estimator.name, estimator] as const))(
    '%s: all that are always printed, and a mark on those that may be left out',
    (_, { gives, output }) => {
      const shape = output.shape as Record<string, z.ZodType>;
      const told = keysOf(gives);
      for (const [key, mayLack] of told) {
        expect(Object.keys(shape), `${key} of ${gives}`).toContain(key);
        expect(shape[key] instanceof z.ZodOptional, `${key}: ? means optional`).toBe(mayLack);
      }
      const ends = ['missing', 'method', 'warnings', 'sentence'];
      const silent = Object.keys(shape).filter((key) => !told.has(key) && !ends.includes(key));
      expect(silent.filter((key) => !(shape[key] instanceof z.ZodOptional))).toEqual([]);
    },
  );
});

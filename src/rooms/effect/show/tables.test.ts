import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { estimators } from '../estimators.ts';
import { json, run, testFolder, trial } from '../testing/run-stats.files.ts';
import { keyInDutch } from './key-words.ts';

const { file } = testFolder();

/** Keys of a result at every depth; names of records are the reader's own. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, each]) => [key, ...keysOf(each as z.ZodType)]);
  if (schema instanceof z.ZodRecord) return keysOf(schema.valueType as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => keysOf(each as z.ZodType));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly)
    return keysOf(schema.unwrap() as z.ZodType);
  return [];
}

/** What every result ends with is told in sentences; a table of counts has no keys. */
const TOLD = [
  'missing',
  'method',
  'warnings',
  'code',
  'sentence',
  'nl',
  'en',
  'columns',
  'cells',
  'rowTotals',
  'columnTotals',
];

describe('keys of a result in Dutch', () => {
  it.each(estimators.map(({ name, output }) => [name, output] as const))(
    '%s: there is a word for each',
    (_, output) => {
      const keys = keysOf(output);
      expect(keys.length).toBeGreaterThan(TOLD.length - 6);
      expect(keys.filter((key) => !TOLD.includes(key) && keyInDutch(key) === undefined)).toEqual([]);
    },
  );

  it.each([
    ['mean-difference --outcome hours --treatment arm', /schatting .*\nstandaardfout .*\n95% van .*\n95% tot /],
    ['ols --outcome hours --treatment arm', /coëfficiënt +standaardfout +95% van +95% tot +toetsgrootheid/],
    ['ols --outcome hours --covariates age,score --joint age,score', /samen getoetst +waarde\n[- ]+\nchi-kwadraat/],
    [
      'kaplan-meier --time days --event exit --by arm --at 90',
      /groep \/ 0 +waarde[^]*tijd +nog niet gebeurd +standaardfout/,
    ],
    ['aalen-johansen --time days --cause cause --at 90', /groep \/ all \/ geen gebeurtenis\n *tijd +kans/],
    [
      'cox --time days --event exit --covariates age --test-proportional',
      /gelijke verhouding in de tijd +age +GLOBAL\n[- ]+\nchi-kwadraat/,
    ],
  ])('%s', async (line, text) => {
    const [name = '', ...flags] = line.split(' ');
    const { out } = await run(name, '--data', trial, ...flags);
    expect(out).toMatch(text);
    const english = await run(name, '--data', trial, ...flags, '--language', 'en');
    expect(english.out).not.toMatch(/schatting|standaardfout|chi-kwadraat/);
  });
});

it('of unequal arms no size is shown that no arm has', async () => {
  const line = 'sample-size --p1 0.65 --p0 0.63 --language en'.split(' ');
  expect((await run(...line)).out).toMatch(/\nnPerArm +\d/);
  const unequal = await run(...line, '--ratio', '4');
  expect(unequal.out.split('arcsine')[0]).not.toContain('nPerArm');
  expect(unequal.out).toContain('The number by the arcsine is for arms of equal size');
});

it('take-up that follows the assignment has no F of a first step, and says so', async () => {
  const csv = file('y,got,arm,x\n1,1,1,3\n2,1,1,5\n4,0,0,2\n5,0,0,7\n7,1,1,6\n6,0,0,1\n');
  const result = await json(`iv --data ${csv} --outcome y --endogenous got --instrument arm --covariates x`);
  expect(result).not.toHaveProperty('firstStageF');
  expect(result.warnings).toMatchObject([{ code: 'full_take_up' }]);
});

describe("the reader's own names stay as they are, also where a key is called so", () => {
  const rows = 'y,arm,time,low\n1,1,4,a\n2,0,6,b\n3,1,5,a\n5,0,3,b\n4,1,2,b\n7,0,1,a\n';

  it('a column that is a term', async () => {
    const csv = file(rows);
    const { out } = await run('ols', '--data', csv, '--outcome', 'y', '--treatment', 'arm', '--covariates', 'time');
    expect(out).toMatch(/\ntime +-?\d/);
    expect(out).not.toContain('tijd');
  });

  it('a level that is a stratum of a lot or a group', async () => {
    const csv = file(rows.replaceAll(',a\n', ',low\n').replaceAll(',b\n', ',high\n'));
    const lot = await run('allocate', '--data', csv, '--strata', 'low', '--block', '2', '--seed', '1');
    expect(lot.out).toMatch(/\nlow +\d/);
    const curve = await run('kaplan-meier', '--data', csv, '--time', 'time', '--event', 'arm', '--by', 'low');
    expect(curve.out).toContain('groep / low');
    const result = await json(`kaplan-meier --data ${csv} --time time --event arm --by low`);
    expect(Object.keys(result.groups as object)).toEqual(['high', 'low']);
  });

  it('a level that is called as something that every object has', async () => {
    const csv = file(rows.replaceAll(',a\n', ',constructor\n').replaceAll(',b\n', ',__proto__\n'));
    const lot = await run('allocate', '--data', csv, '--strata', 'low', '--block', '2', '--seed', '1', '--json');
    expect(lot.out).toContain(
      '"perArm":{"arm 1":{"constructor":1,"__proto__":1},"arm 0":{"constructor":2,"__proto__":2}}',
    );
    const alone = file('low\nconstructor\ntoString\ntoString\n', 'alone.csv');
    const shown = await run('allocate', '--data', alone, '--strata', 'low', '--block', '2', '--seed', '1');
    expect(shown.out).toMatch(/\nconstructor +(1 +-|- +1)\n/);
    expect(shown.out).toMatch(/\ntoString +1 +1\n/);
    const curve = await run('kaplan-meier', '--data', csv, '--time', 'time', '--event', 'arm', '--by', 'low', '--json');
    expect(Object.keys(JSON.parse(curve.out).groups).sort()).toEqual(['__proto__', 'constructor']);
  });

  it('levels of two columns that would write alike', async () => {
    const csv = file('a,b\nx/y,z\nx,y/z\nx/y,z\nx,y/z\n');
    const { out } = await run('allocate', '--data', csv, '--strata', 'a,b', '--block', '2', '--seed', '1', '--json');
    expect(JSON.parse(out).perArm['arm 1']).toEqual({ 'x\\/y/z': 1, 'x/y\\/z': 1 });
  });

  it('the first covariate is what a pace is told of, also where another is called by a number', async () => {
    const csv = file('days,left,age,2018\n1,1,3,0\n2,1,1,1\n3,1,4,1\n4,1,2,0\n5,0,5,1\n6,1,2,0\n');
    const line = `cox --data ${csv} --time days --event left --covariates age,2018 --language en`;
    expect((await run(...line.split(' '))).out).toContain('One unit more of age,');
  });
});

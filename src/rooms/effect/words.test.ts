import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../platform/root.ts';
import { sayCoefficient } from './say-coefficient.ts';
import { methodInDutch, methodPart, methodParts } from './show/method-words.ts';
import { json, run, testFolder, trial } from './testing/run-stats.files.ts';

const { file } = testFolder();

it('a product is read alike with and without blanks around its mark', async () => {
  const line = `g-computation --data ${trial} --outcome work --treatment arm --json --covariates`.split(' ');
  const bare = await run(...line, 'arm*age');
  expect(bare.exit).toBe(0);
  expect((await run(...line, 'arm * age')).out).toBe(bare.out);
});

describe('what a coefficient says', () => {
  const row = { term: 'arm', estimate: Math.log(2), ciLow: Math.log(1.5), ciHigh: Math.log(4), p: 0.01 };

  it('is on the scale of its model', () => {
    expect(sayCoefficient({ ...row, estimate: 2, ciLow: 1, ciHigh: 3 }, ['arm'], 'mean')).toEqual({
      nl: 'Een eenheid meer arm, bij gelijke andere kolommen, gaat samen met 2 (95%-interval 1 tot 3, p = 0,0100).',
      en: 'One unit more of arm, other columns equal, goes with 2 (95 % interval 1 to 3, p = 0.0100).',
    });
    expect(sayCoefficient(row, ['arm'], 'odds').en).toContain('multiplies the odds by 2 (95 % interval 1.5 to 4');
    expect(sayCoefficient(row, ['arm'], 'pace').nl).toContain(
      'vermenigvuldigt het tempo met 2 (95%-interval 1,5 tot 4',
    );
  });

  it('stays a logarithm where the ratio is no number', () => {
    const far = { ...row, estimate: 5, ciLow: -800, ciHigh: 810 };
    expect(sayCoefficient(far, ['arm'], 'odds').en).toContain('changes the log odds by 5');
  });

  it('holds at zero of what a term is multiplied by, and of itself where it is squared', () => {
    const terms = ['(Intercept)', 'arm', 'age', 'age^2', 'edu=2', 'arm:age', 'arm:edu=2'];
    expect(sayCoefficient(row, terms, 'mean').en).toMatch(/^Where age and edu=2 are zero: one unit more of arm/);
    expect(sayCoefficient({ ...row, term: 'age' }, terms, 'mean').nl).toMatch(/^Waar age en arm nul zijn: een eenheid/);
    expect(sayCoefficient({ ...row, term: 'age' }, ['age', 'age^2'], 'mean').en).toMatch(
      /^Where age is zero: one unit/,
    );
    expect(sayCoefficient({ ...row, term: 'one' }, ['one', 'age^2', 'stone:age'], 'mean').en).toMatch(/^One unit/);
  });

  it('is against the reference for a level, and a level of the outcome for an intercept', () => {
    expect(sayCoefficient({ ...row, term: 'edu=2' }, ['edu=2'], 'odds').en).toMatch(/^edu=2 rather than the reference/);
    const alone = { ...row, term: '(Intercept)' };
    expect(sayCoefficient(alone, ['(Intercept)'], 'odds').en).toBe(
      'The odds of the outcome are 2 (95 % interval 1.5 to 4).',
    );
  });

  it.each([
    ['ols --outcome hours --treatment arm', 'goes with'],
    ['ols --outcome hours --treatment arm --covariates arm*age', 'Where age is zero'],
    ['ols --outcome hours', 'On average the outcome is'],
    ['logit --outcome work --treatment arm', 'multiplies the odds by'],
    ['cloglog --outcome work --treatment arm', 'multiplies the pace by'],
    [
      'discrete-hazard --time weeks --event exit --covariates arm --pool-from 20',
      'One unit more of arm, other columns equal, multiplies the odds',
    ],
    [
      'discrete-hazard --time weeks --event exit --covariates arm --pool-from 20 --link cloglog',
      'multiplies the pace by',
    ],
    [
      'cox --time days --event exit --covariates age,age^2',
      'Where age is zero: one unit more of age, other columns equal, multiplies the pace',
    ],
    ['timing-of-events --time days --event exit --contact-time contact_day', 'One unit more of contact'],
  ])('of %s', async (line, says) => {
    const [name = '', ...flags] = line.split(' ');
    expect(await json([name, '--data', trial, ...flags].join(' '))).toMatchObject({
      sentence: { en: expect.stringContaining(says) },
    });
  });
});

describe('a method in Dutch', () => {
  /** Variants beside the examples that change what the method says. */
  const VARIANTS = [
    ...['HC0', 'HC1', 'HC2', 'HC3'].map((se) => `mean-difference --outcome hours --treatment arm --se ${se}`),
    ...['CR0', 'CR1', 'CR2'].map(
      (se) => `mean-difference --outcome hours --treatment arm --cluster district --se ${se}`,
    ),
    'mean-difference --outcome hours --treatment arm --weights score',
    'mean-difference --outcome hours --treatment arm --weights score --cluster district',
    'proportion-difference --outcome work --treatment arm --interval wald',
    ...['classical', 'HC0', 'HC1', 'HC3'].map((se) => `ols --outcome hours --treatment arm --se ${se}`),
    ...['CR0', 'CR1', 'CR2'].map((se) => `ols --outcome hours --treatment arm --cluster district --se ${se}`),
    'ols --outcome hours --treatment arm --weights score --fixed-effects district',
    'ols --outcome hours --treatment arm --fixed-effects district,edu',
    'logit --outcome work --treatment arm --se HC0',
    ...['fixed', 'simple'].map((scheme) => `g-computation --outcome work --treatment arm --scheme ${scheme}`),
    'ipw --outcome hours --treatment received --covariates age --estimand att',
    'aipw --outcome work --treatment received --covariates age --model logit',
    'kaplan-meier --time days --event exit --interval log-log',
    'log-rank --time days --event exit --by arm --rho 1',
    'aalen-johansen --time days --cause cause --se jackknife',
    'cox --time days --event exit --covariates age --ties exact --cluster row',
    'cox --time days --event exit --covariates age --ties breslow --cluster district --strata edu',
    ...['OF', 'P', 'asP', 'asKD'].map((type) => `sequential --looks 2 --type ${type}`),
    'sample-size --sd 10 --difference 2',
  ];

  it.each(VARIANTS)('has words for every part: %s', async (line) => {
    const [name = '', ...flags] = line.split(' ');
    const data = name === 'sequential' || name === 'sample-size' ? [] : ['--data', trial];
    const { method } = (await json([name, ...data, ...flags].join(' '))) as { method: string };
    const parts = methodParts(method).filter((_, i) => i % 2 === 0);
    expect(parts.filter((part) => methodPart(part) === undefined)).toEqual([]);
  });

  it('has words for all that the engine writes without a figure in it', () => {
    const engine = join(projectRoot, 'src/stats');
    const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !/\.(test|fixture|files)\.ts$/.test(name),
    );
    const written = sources.flatMap((name) => {
      const text = readFileSync(join(engine, name), 'utf8');
      return [...text.matchAll(/method:\s+(['"])((?:(?!\1).)+)\1/g)].map(([, , method = '']) => method);
    });
    expect(written.length).toBeGreaterThan(5);
    const silent = written.flatMap((method) => methodParts(method).filter((_, i) => i % 2 === 0));
    expect(silent.filter((part) => methodPart(part) === undefined)).toEqual([]);
  });

  it('parts no formula', () => {
    expect(
      methodInDutch('difference in means, CR1 (G / (G - 1) x (n - 1) / (n - 2)), clusters - 1 degrees of freedom'),
    ).toBe('verschil van gemiddelden, CR1 (G / (G - 1) x (n - 1) / (n - 2)), clusters - 1 vrijheidsgraden');
  });
});

describe('text for a reader', () => {
  it('is Dutch by default: headings, figures, hidden counts, method', async () => {
    const data = join(projectRoot, 'src/rooms/effect/data/counts.csv');
    const { out } = await run('suppress', '--data', data);
    expect(out).toMatch(/none +short +long +totaal/);
    expect(out).toContain('te klein');
    expect(out).toContain('Methode: cellen onderdrukt, drempel 10');
    expect(out).not.toMatch(/too_small|result|value|total\b/);
    const difference = await run('mean-difference', '--data', trial, '--outcome', 'hours', '--treatment', 'arm');
    expect(difference.out).toMatch(/uitkomst +waarde/);
    expect(difference.out).not.toMatch(/\d\.\d/);
  });

  it('a fault of the file too', async () => {
    const broken = file('y,t\n1\n');
    const flags = ['--outcome', 'y', '--treatment', 't'];
    expect((await run('mean-difference', '--data', broken, ...flags)).err).toContain('regel 2 heeft een ander aantal');
    const english = await run('mean-difference', '--data', broken, ...flags, '--language', 'en');
    expect(english.err).toContain('line 2 has another number');
  });

  it('has the joint test in a table of its own', async () => {
    const line = '--outcome hours --treatment arm --covariates age,score --joint age,score --language en';
    const { out } = await run('ols', '--data', trial, ...line.split(' '));
    const [coefficients = '', ...rest] = out.split('\n\n');
    expect(`${coefficients}${rest[0]}`).not.toMatch(/chisq.*\n.*age/);
    expect(out).toMatch(/tested together +value\n.*\n? *chisq/);
    for (const part of out.split('\n\n')) if (part.includes('(Intercept)')) expect(part).not.toContain('joint');
  });

  it('of a lot tells rows, strata and how many came into each arm', async () => {
    const { out } = await run(
      'allocate',
      '--data',
      trial,
      '--strata',
      'district',
      '--block',
      '10',
      '--ratio',
      '4:1',
      '--seed',
      '7',
      '--language',
      'en',
    );
    expect(out).toMatch(/arm 1 +arm 0/);
    expect(out).toMatch(/row +arm +stratum\n[-\s]*1 +[01] +2\n/);
    expect(out).toContain('... 560 more; all with --json');
    const result = await json(`allocate --data ${trial} --strata district --block 10 --ratio 4:1 --seed 7`);
    const { arm, stratum, perArm } = result as {
      arm: number[];
      stratum: string[];
      perArm: Record<string, Record<string, number>>;
    };
    for (const name of new Set(stratum)) {
      const ones = arm.filter((each, i) => each === 1 && stratum[i] === name).length;
      expect(perArm['arm 1']?.[name]).toBe(ones);
    }
  });

  it('speaks of no p-value where there is no test', async () => {
    const result = await json('proportion-difference --x1 0 --n1 10 --x0 0 --n0 10');
    expect(result).not.toHaveProperty('p');
    expect(JSON.stringify(result.sentence)).not.toContain('p =');
  });

  it.each([
    ['flow --treatment t --received r', 't,r\na,1\nb,0\n', 'a: 1 row, 1 received'],
    ['allocate --block 2 --seed 1', 'id\n7\n', /(1 row is treated, 0 are not|0 rows are treated, 1 is not)/],
    ['adjust-p --p 0.01', '', 'Of 1 p-value 1 stays below'],
    [
      'cmh --outcome y --treatment t --strata g',
      'y,t,g\n1,1,a\n0,1,a\n1,0,a\n0,0,a\n1,1,b\n',
      '1 stratum with one arm',
    ],
    [
      'mean-difference --outcome y --treatment t',
      'y,t\n1,1\n2,0\n3,1\n5,0\n,1\n',
      '1 row with a missing value was left out',
    ],
  ])('counts one as one: %s', async (line, csv, says) => {
    const [name = '', ...flags] = line.split(' ');
    const data = csv === '' ? [] : ['--data', file(csv)];
    expect((await run(name, ...data, ...flags, '--language', 'en')).out).toMatch(says);
  });
});

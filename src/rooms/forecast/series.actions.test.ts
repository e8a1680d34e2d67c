import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../platform/cli/program.ts';
import { readConfig } from '../../platform/config.ts';
import { holidaysBetween } from '../../series/index.ts';
import { drawExample } from './series/example-inflow.ts';
import { seriesActions } from './series.actions.ts';

const folder = mkdtempSync(join(tmpdir(), 'series-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = new URL('series/example.csv', import.meta.url).pathname;
const text = readFileSync(example, 'utf8');

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const exit = await runCommandLine(
    {
      actions: seriesActions,
      surroundings: () => ({
        config: readConfig(),
        clock: { now: () => '2019-08-31T10:00:00Z' },
        database: () => Promise.reject(new Error('no database')),
      }),
      print: (printed) => {
        out += printed;
      },
      complain: (complaint) => {
        err += complaint;
      },
    },
    ['series', 'forecast', ...args],
  );
  return { exit, out, err };
}

type Forecast = {
  readonly id: string;
  readonly method: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly forecast: readonly {
    readonly step: number;
    readonly period: string;
    readonly mean: number;
    readonly quantiles: Readonly<Record<string, number>>;
  }[];
};

async function forecasts(...args: string[]): Promise<readonly Forecast[]> {
  const { out, err, exit } = await run(...args, '--json');
  expect(err).toBe('');
  expect(exit).toBe(0);
  return JSON.parse(out);
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const monthly = ['--time', 'month', '--value', 'inflow', '--frequency', '12'];
const nested = [...monthly, '--hierarchy', 'region,band'];

test('the example that ships is the one that its generator makes', () => {
  expect(text).toBe(drawExample());
});

describe('one file, every series', () => {
  const rows = text.trim().split('\n').slice(1);
  const lines = rows.map((line) => {
    const [month, region, band, inflow] = line.split(',');
    return { id: `${region} ${band}`, month, inflow: Number(inflow) };
  });
  const csv = ['id;month;inflow', ...lines.map((row) => `${row.id};${row.month};${row.inflow}`)].join('\n');
  const jsonLines = lines.map((row) => JSON.stringify(row)).join('\n');

  test('CSV, JSON lines and gzip give the same digits', async () => {
    const ask = (path: string) => forecasts('--data', path, '--id', 'id', ...monthly, '--horizon', '3');
    const first = await ask(file('rows.csv', csv));
    expect(first.map(({ id }) => id)).toEqual(['Groningen short', 'Groningen long', 'Rijnmond short', 'Rijnmond long']);
    expect(await ask(file('rows.jsonl', jsonLines))).toEqual(first);
    expect(await ask(file('rows.csv.gz', gzipSync(csv)))).toEqual(first);
  });

  test('periods go on after the last, quantiles stand under their names in order', async () => {
    const [first] = await forecasts('--data', file('rows.csv', csv), '--id', 'id', ...monthly, '--horizon', '5');
    expect(first!.forecast.map(({ period }) => period)).toEqual([
      '2019-09',
      '2019-10',
      '2019-11',
      '2019-12',
      '2020-01',
    ]);
    expect(first!.forecast.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
    for (const { mean, quantiles } of first!.forecast) {
      expect(Object.keys(quantiles)).toEqual(['0.025', '0.1', '0.25', '0.5', '0.75', '0.9', '0.975']);
      const values = Object.values(quantiles);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
      expect(quantiles['0.5']).toBeCloseTo(mean, 6);
    }
  });

  test('a masked year leaves the forecast near and says so', async () => {
    const spoiled = csv.replaceAll(/(2016-\d\d);\d+/g, '$1;99999');
    const ask = (content: string, ...mask: string[]) =>
      forecasts('--data', file('mask.csv', content), '--id', 'id', ...monthly, '--horizon', '3', ...mask);
    const plain = await ask(csv, '--mask', '2016-01:2016-12');
    expect(await ask(spoiled, '--mask', '2016-01:2016-12')).toEqual(plain);
    expect(plain[0]!.warnings.map(({ code }) => code)).toEqual(['gaps_filled']);
  });

  test('a whole series may be one JSON value', async () => {
    const values = lines.filter(({ id }) => id === 'Rijnmond long').map(({ inflow }) => inflow);
    const whole = file('whole.json', JSON.stringify([{ id: 'Rijnmond long', month: [2013, 1], inflow: values }]));
    const [one] = await forecasts('--data', whole, '--id', 'id', ...monthly, '--horizon', '3');
    const all = await forecasts('--data', file('rows.csv', csv), '--id', 'id', ...monthly, '--horizon', '3');
    expect(one).toEqual(all[3]);
  });

  test('with --holidays nl a month that Easter moves into is forecast nearer', async () => {
    const months = Array.from({ length: 99 }, (_, t) => {
      const [year, month] = [2012 + Math.floor(t / 12), t % 12];
      const [from, to] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)].map((time) => time / 86_400_000);
      const drop = Math.exp(-0.08 * holidaysBetween(from!, to!));
      return {
        month: new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7),
        inflow: 1000 * drop + ((t * 37) % 11),
      };
    });
    // Easter was in April in 2014, 2015, 2017, 2019 and on the turn of March in 2013, 2016, 2018.
    const past = months.filter(({ month }) => month <= '2017-12');
    const path = file('easter.jsonl', past.map((row) => JSON.stringify(row)).join('\n'));
    const wrong = async (...more: string[]): Promise<number> => {
      const [one] = await forecasts('--data', path, ...monthly, '--horizon', '4', ...more);
      return Math.abs(one!.forecast[3]!.mean - months.find(({ month }) => month === '2018-04')!.inflow);
    };
    expect(await wrong('--holidays', 'nl')).toBeLessThan(0.7 * (await wrong()));
  });
});

describe('a hierarchy', () => {
  test('ids are the paths, sums hold to 1e-6, nothing is negative', async () => {
    const answer = await forecasts('--data', example, ...nested, '--horizon', '6');
    expect(answer.map(({ id }) => id)).toEqual([
      'NL',
      'NL/Groningen',
      'NL/Rijnmond',
      'NL/Groningen/short',
      'NL/Groningen/long',
      'NL/Rijnmond/short',
      'NL/Rijnmond/long',
    ]);
    const means = new Map(answer.map(({ id, forecast }) => [id, forecast.map(({ mean }) => mean)]));
    for (const [parent, ...children] of [
      ['NL', 'NL/Groningen', 'NL/Rijnmond'],
      ['NL/Groningen', 'NL/Groningen/short', 'NL/Groningen/long'],
    ]) {
      means.get(parent!)!.forEach((mean, h) => {
        const sum = children.reduce((total, child) => total + means.get(child)![h]!, 0);
        expect(Math.abs(mean - sum)).toBeLessThan(1e-6);
        expect(mean).toBeGreaterThanOrEqual(0);
      });
    }
  });

  test('crossed sums and another root by flag', async () => {
    const answer = await forecasts('--data', example, ...nested, '--horizon', '1', '--crossed', '--root', 'BE');
    expect(answer.map(({ id }) => id)).toContain('BE/*/short');
  });

  test('a backtest prints accuracy per level and step and covers', async () => {
    const { out } = await run('--data', example, ...nested, '--horizon', '2', '--backtest', '4', '--json');
    const rows: { level: string; step: number; mase: number; smape: number; coverage95: number }[] = JSON.parse(out);
    expect(rows.map(({ level, step }) => `${level} ${step}`)).toEqual(
      ['NL', 'NL/region', 'NL/region/band', 'ALL'].flatMap((level) => [`${level} 1`, `${level} 2`]),
    );
    for (const row of rows) {
      expect(row.mase).toBeLessThan(1);
      expect(row.smape).toBeLessThan(10);
      expect(row.coverage95).toBeGreaterThan(0.5);
    }
  });
});

describe('what is missing is said and never a smaller sum', () => {
  const late = file('late.csv', text.replace(/2019-08,Rijnmond,short,\d+\n/, ''));
  const empty = file('late-empty.csv', text.replace(/(2019-08,Rijnmond,short),\d+/, '$1,'));
  const codes = ({ warnings }: Forecast) => warnings.map(({ code }) => code);

  test('one office that reports late, in a hierarchy of its own parts', async () => {
    const [whole] = await forecasts('--data', example, ...nested, '--horizon', '1');
    const [nation, ...below] = await forecasts('--data', late, ...nested, '--horizon', '1');
    const [one, all] = [nation!.forecast[0]!, whole!.forecast[0]!];
    expect(Math.abs(one.mean / all.mean - 1)).toBeLessThan(0.03);
    const width = ({ quantiles }: typeof one) => quantiles['0.975']! - quantiles['0.025']!;
    expect(width(one)).toBeLessThan(2 * width(all));
    expect(nation!.warnings).toEqual([
      { code: 'ends_early', message: expect.stringMatching(/ontbreken.*\(NL\/Rijnmond\/short\)$/) },
    ]);
    expect(codes(below.find(({ id }) => id === 'NL/Groningen')!)).toEqual([]);
  });

  test.each([
    ['absent', late, '1 / 2'],
    ['empty', empty, '1 / 2'],
  ])('a row that is %s among rows that are added up', async (_name, path, share) => {
    const regional = ['--data', path, ...monthly, '--hierarchy', 'region', '--horizon', '1'];
    const [nation, groningen, rijnmond] = await forecasts(...regional);
    expect(nation!.forecast[0]!.mean).toBeGreaterThan(1900);
    expect(rijnmond!.forecast[0]!.mean).toBeGreaterThan(1300);
    expect(codes(groningen!)).toEqual([]);
    expect(codes(rijnmond!)).toEqual(['sum_incomplete', 'ends_early']);
    expect(nation!.warnings[0]!.message).toContain(`(NL/Rijnmond: 2019-08: ${share})`);
    expect(rijnmond!.warnings[0]!.message).toContain(`(2019-08: ${share})`);
  });
});

describe('what was asked of the file is held against it', () => {
  const codesOf = async (...flags: string[]) => {
    const [first] = await forecasts(
      '--data',
      example,
      ...nested.slice(0, 4),
      ...flags,
      '--hierarchy',
      'region,band',
      '--horizon',
      '1',
    );
    return first!.warnings;
  };

  test('a mask outside the periods of the file', async () => {
    const [warning] = await codesOf('--frequency', '12', '--mask', '2031-01:2031-06');
    expect(warning).toMatchObject({ code: 'mask_outside', message: expect.stringContaining('(2031-01:2031-06)') });
  });

  test.each(['52', '1'])('months with a season of %s', async (frequency) => {
    expect((await codesOf('--frequency', frequency)).map(({ code }) => code)).toContain('unusual_frequency');
  });

  test('holidays of periods that are no dates', async () => {
    const counted = file(
      'counted.csv',
      `inflow\n${Array.from({ length: 30 }, (_, t) => 5 + ((t * 7) % 5)).join('\n')}\n`,
    );
    const ask = async (...flags: string[]) =>
      (await forecasts('--data', counted, '--value', 'inflow', '--frequency', '12', '--horizon', '1', ...flags))[0]!;
    expect((await ask('--holidays', 'nl')).warnings.map(({ code }) => code)).toContain('holidays_unknown');
    expect((await ask()).warnings.map(({ code }) => code)).not.toContain('holidays_unknown');
  });

  test('--id in a hierarchy, which says that it takes no part', async () => {
    const [first] = await forecasts('--data', example, ...nested, '--id', 'band', '--horizon', '1');
    expect(first!.warnings.map(({ code }) => code)).toContain('id_idle');
  });

  test.each([
    [['--crossed'], ['crossed']],
    [
      ['--reconciliation', 'mint', '--crossed'],
      ['crossed', 'reconciliation'],
    ],
  ])('%j without a hierarchy', async (flags, fields) => {
    const asked = ['--data', example, ...monthly, '--id', 'region', '--horizon', '1', ...flags];
    const { exit, out, err } = await run(...asked, '--json', '--language', 'en');
    expect(exit).toBe(2);
    expect(JSON.parse(out).errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect(err).toContain('--crossed: needs --hierarchy');
  });

  test('one value typed a thousand times too high', async () => {
    const typed = file('typed.csv', text.replace(/(2018-11,Rijnmond,short,\d+)/, '$1000'));
    for (const horizon of ['1', '6']) {
      const answer = await forecasts('--data', typed, ...nested, '--horizon', horizon);
      const warned = answer.filter(({ warnings }) => warnings.some(({ code }) => code === 'spike'));
      expect(warned.map(({ id }) => id)).toEqual(['NL', 'NL/Rijnmond', 'NL/Rijnmond/short']);
      expect(warned[0]!.warnings.map(({ message }) => message).join()).toContain('(2018-11)');
    }
  });

  test('the method says its conventions in the language that was asked', async () => {
    const ask = async (...flags: string[]) =>
      (await forecasts('--data', example, ...nested, '--horizon', '1', ...flags))[0]!.method;
    expect(await ask()).toMatch(
      /^combination: gemiddelde met gelijke gewichten van .*; banden uit .*; sommen sluitend door variantieschaling$/,
    );
    expect(await ask('--language', 'en', '--reconciliation', 'mint')).toMatch(
      /^combination: mean with equal weights of .*; bands from .*; sums made to hold by MinT with shrinkage$/,
    );
    expect(await ask('--language', 'en', '--method', 'simple')).toMatch(/^simple: simple exponential smoothing; /);
  });

  test('a backtest says from how many origins it measured', async () => {
    const short = file(
      'short.csv',
      [
        'month,inflow',
        ...Array.from(
          { length: 30 },
          (_, t) => `${2010 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')},${5 + ((t * 7) % 5)}`,
        ),
      ].join('\n'),
    );
    const { out } = await run('--data', short, ...monthly, '--horizon', '20', '--backtest', '100', '--json');
    expect(JSON.parse(out)[0]).toMatchObject({ step: 1, origins: 9, outcomes: 9 });
    const shown = await run('--data', short, ...monthly, '--horizon', '20', '--backtest', '100');
    expect(shown.out).toContain('Getoetst vanaf 9 eerdere oorsprongen.');
  });
});

describe('weeks', () => {
  const weeks = Array.from({ length: 53 + 52 + 52 }, (_, k) => {
    const year = k < 53 ? 2020 : k < 105 ? 2021 : 2022;
    const week = k < 53 ? k + 1 : k < 105 ? k - 52 : k - 104;
    return { week: `${year}-W${String(week).padStart(2, '0')}`, y: week === 1 ? 500 : 100 };
  });
  const path = file('weeks.jsonl', weeks.map((row) => JSON.stringify(row)).join('\n'));

  test('the peak of week 1 stays in week 1 although 2020 had 53 weeks', async () => {
    const [one] = await forecasts(
      '--data',
      path,
      '--time',
      'week',
      '--value',
      'y',
      '--frequency',
      '52',
      '--horizon',
      '4',
    );
    const means = one!.forecast.map(({ mean }) => mean);
    expect(one!.forecast[0]!.period).toBe('2023-W01');
    expect(means[0]).toBeGreaterThan(3 * means[1]!);
    expect(one!.method).toContain('met en zonder week 53');
  });
});

describe('for people', () => {
  test('a table and a sentence, in both languages', async () => {
    const dutch = await run('--data', example, ...nested, '--horizon', '1');
    expect(dutch.out).toContain('7 reeksen verwacht. Naar de fouten van het verleden');
    expect(dutch.out).toContain('sommen sluitend door variantieschaling');
    const english = await run('--data', example, ...nested, '--horizon', '1', '--language', 'en');
    expect(english.out).toMatch(/NL\/Rijnmond\/long +2019-09 +\d/);
    const backtest = await run('--data', example, ...nested, '--horizon', '1', '--backtest', '2', '--language', 'en');
    expect(backtest.out).toContain('Tested from 2 earlier origins. A MASE below 1');
  });

  test('numbers as each language writes them', async () => {
    const typed = file(
      'said.csv',
      `month,inflow\n${['01', '02', '03', '04', '05'].map((m) => `2019-${m},1234.5`).join('\n')}\n`,
    );
    const dutch = await run('--data', typed, ...monthly, '--horizon', '1');
    expect(dutch.out).toMatch(/2019-06 +1\.235 +1\.235 +1\.235/);
    const english = await run('--data', typed, ...monthly, '--horizon', '1', '--language', 'en');
    expect(english.out).toMatch(/2019-06 +1,235 +1,235 +1,235/);
    const backtest = await run('--data', example, ...nested, '--horizon', '1', '--backtest', '2');
    expect(backtest.out).toMatch(/NL +1 +0,\d{3} +\d+,\d\d +\d+,\d %/);
  });

  test('a warning is said once, with whom it is about unless it is everyone', async () => {
    const masked = await run('--data', example, ...nested, '--horizon', '1', '--mask', '2031-01');
    expect(masked.out.match(/valt buiten de perioden/g)).toHaveLength(1);
    expect(masked.out).toMatch(/\nEen uitgezonderde periode valt buiten/);
    const late = file('late-said.csv', text.replace(/2019-08,Rijnmond,short,\d+\n/, ''));
    const shown = await run('--data', late, ...nested, '--horizon', '1');
    expect(shown.out).toContain('NL, NL/Rijnmond: De laatste perioden ontbreken');
    expect(shown.out).toContain('NL/Rijnmond/short: De laatste perioden ontbreken');
  });

  test('the sentence on the limits follows from the warnings', async () => {
    const few = file('few.csv', 'id,month,inflow\na,2019-01,7\n');
    const one = await run('--data', few, '--id', 'id', ...monthly, '--horizon', '1');
    expect(one.out).toContain('1 reeks verwacht. De grenzen rusten niet op genoeg fouten');
    expect(one.out).not.toContain('95 op de 100');
    const mixed = [
      'id,month,inflow',
      ...Array.from({ length: 40 }, (_, t) => {
        const month = `${2015 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
        return `flat,${month},7\nmoving,${month},${100 + ((t * 37) % 11)}`;
      }),
    ].join('\n');
    const two = await run('--data', file('mixed.csv', mixed), '--id', 'id', ...monthly, '--horizon', '1');
    expect(two.out).toContain('95 op de 100 uitkomsten binnen de grenzen, niet bij de reeks waarvan een waarschuwing');
  });

  test.each([
    [
      'series_column_missing',
      ['--data', example, '--time', 'month', '--value', 'outflow', '--frequency', '12', '--horizon', '1'],
      2,
    ],
    ['duplicate_period', ['--data', example, ...monthly, '--horizon', '1'], 3],
    ['mask_reversed', ['--data', example, ...nested, '--horizon', '1', '--mask', '2015-09:2015-03'], 3],
    ['unknown_period', ['--data', example, ...nested, '--horizon', '1', '--mask', 'maart'], 3],
    ['too_short_for_backtest', ['--data', example, ...nested, '--horizon', '90', '--backtest', '1'], 3],
    ['invalid_input', ['--data', example, ...nested, '--horizon', '0'], 2],
    ['series_file_unreadable', ['--data', file('bad.csv', 'a,b\n1\n'), ...monthly, '--horizon', '1'], 2],
    [
      'series_file_unreadable',
      ['--data', file('cut.csv.gz', gzipSync(text).subarray(0, 300)), ...nested, '--horizon', '1'],
      2,
    ],
    [
      'series_file_unreadable',
      [
        '--data',
        file('latin.csv', Buffer.from('month,inflow,place\n2019-01,1,Fryslan\u00e2\n', 'latin1')),
        ...monthly,
        '--horizon',
        '1',
      ],
      2,
    ],
    [
      'series_file_unreadable',
      ['--data', file('two.csv', 'month,inflow,inflow\n2019-01,5,6\n'), ...monthly, '--horizon', '1'],
      2,
    ],
    [
      'series_value_not_a_number',
      ['--data', file('word.csv', 'month,inflow\n2019-01,much\n'), ...monthly, '--horizon', '1'],
      3,
    ],
    ['no_values', ['--data', file('empty.csv', 'month,inflow\n2019-01,\n'), ...monthly, '--horizon', '1'], 3],
  ])('%s has its own code, sentence and exit', async (code, args, exit) => {
    const got = await run(...args, '--json');
    expect(got.exit).toBe(exit);
    expect(JSON.parse(got.out)).toMatchObject({ code });
    expect(got.err).toContain(code);
  });
});

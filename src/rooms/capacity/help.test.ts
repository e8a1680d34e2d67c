import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../platform/cli/program.ts';
import { readConfig } from '../../platform/config.ts';
import { forecastActions } from '../forecast/forecast.actions.ts';
import { capacityActions } from './capacity.actions.ts';

const actions = [...forecastActions, ...capacityActions];

/** Runs a line as the help prints it; the tests run in the folder of the product. */
async function run(words: string) {
  let out = '';
  const line = {
    actions,
    surroundings: () => ({
      config: readConfig(),
      clock: { now: () => '2019-08-31T10:00:00Z' },
      database: () => Promise.reject(new Error('no database')),
    }),
    print: (text: string) => {
      out += text;
    },
    complain: (text: string) => {
      out += text;
    },
  };
  const exit = await runCommandLine(line, words.split(' '));
  return { exit, out };
}

describe('the help of forecast, series and capacity', () => {
  it.each(actions.map(({ contract }) => [contract.command ?? contract.name.replace('.', ' '), contract.summary.en]))(
    '%s: its example runs, and its JSON has the keys that are named',
    async (command, help) => {
      const [, keys = '', example = ''] = /JSON: (.*?)\. Example, from the folder of the product: sluitend (.*)$/.exec(
        help,
      )!;
      expect(example.startsWith(command)).toBe(true);
      const shown = await run(example);
      expect(shown.exit, shown.out).toBe(0);
      expect(shown.out).not.toMatch(/^[[{]/);
      const { exit, out } = await run(`${example} --json`);
      expect(exit).toBe(0);
      const parsed: object | readonly object[] = JSON.parse(out);
      const printed = Array.isArray(parsed) ? parsed[0] : parsed;
      const named = keys.replace(/, or with --backtest.*/, '').split(', ');
      expect(Object.keys(printed).sort()).toEqual(named.sort());
    },
  );

  it.each(actions.map(({ contract }) => contract.command ?? contract.name.replace('.', ' ')))(
    '%s: names no folder of a database, for none is started',
    async (command) => {
      const { out } = await run(`${command} --help`);
      expect(out).toContain('--json');
      expect(out).not.toContain('<folder>');
    },
  );

  it('a file that is not there is said in the language of the call', async () => {
    expect((await run('forecast cohort --input none.json')).out).toContain('--input: none.json is niet te lezen');
    const english = await run('forecast cohort --input none.json --language en');
    expect(english.out).toContain('--input: none.json cannot be read');
  });
});

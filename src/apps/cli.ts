import { rooms } from '../../architecture.mjs';
import { dataOption, type OwnCommand } from '../platform/cli/own-command.ts';
import { runCommandLine } from '../platform/cli/program.ts';
import { readConfig } from '../platform/config.ts';
import { rolesSql } from '../platform/db/roles.ts';
import { actions } from './actions.ts';
import { serve } from './server.ts';
import { makeSurroundings, type OpenSurroundings } from './surroundings.ts';
import { work } from './worker.ts';

const placeOf = ({ data }: Readonly<Record<string, string>>) => (data === undefined ? {} : { dataFolder: data });

/** Commands that are no actions. `prepareWeb` builds the screens where that is still to be done. */
function ownCommands(prepareWeb: () => Promise<unknown>): readonly OwnCommand[] {
  return [
    {
      name: 'serve',
      summary: 'Start the server: screens, API and scheduled work',
      options: [dataOption],
      run: async (given) => {
        await prepareWeb();
        await serve(placeOf(given));
      },
    },
    {
      name: 'work',
      summary: 'Do scheduled work only, beside servers on the same database',
      options: [dataOption],
      run: (given) => work(placeOf(given)),
    },
    {
      name: 'roles',
      summary: 'Print the SQL that an administrator of your own PostgreSQL runs once',
      options: [
        { name: 'database', value: 'name', description: 'name of the database', fallback: 'sluitend' },
        {
          name: 'login',
          value: 'name',
          description: 'role that the product signs in with',
          fallback: 'sluitend_login',
        },
      ],
      run: ({ database = '', login = '' }) => {
        process.stdout.write(`${rolesSql(database, login)}\n`);
        return Promise.resolve();
      },
    },
  ];
}

const groups: Readonly<Record<string, string>> = {
  ...Object.fromEntries(rooms.map(({ name, keeps }) => [name, keeps])),
  series: 'time series on a file, without a database: forecasts and their accuracy',
};

/** The command line: every action of the product, and the commands that are none. */
export async function main(
  args: readonly string[],
  prepareWeb: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  let open: OpenSurroundings | null = null;
  try {
    process.exitCode = await runCommandLine(
      {
        actions,
        commands: ownCommands(prepareWeb),
        groups,
        surroundings: (dataFolder) => {
          open = makeSurroundings(readConfig(dataFolder === undefined ? {} : { dataFolder }));
          return open;
        },
        print: (text) => process.stdout.write(text),
        complain: (text) => process.stderr.write(text),
      },
      args,
    );
  } finally {
    await (open as OpenSurroundings | null)?.close();
  }
}

import { runCommandLine } from '../platform/cli/program.ts';
import { readConfig } from '../platform/config.ts';
import { rolesSql } from '../platform/db/roles.ts';
import { actions } from './actions.ts';
import { serve } from './server.ts';
import { makeSurroundings, type OpenSurroundings } from './surroundings.ts';
import { work } from './worker.ts';

/** The command line; `serve` starts the server, `work` a worker alone, `roles` prints what an administrator runs once, the rest are actions. */
export async function main(args: readonly string[]): Promise<void> {
  if (args[0] === 'serve' || args[0] === 'work') {
    const at = args.indexOf('--data');
    const dataFolder = at === -1 ? undefined : args[at + 1];
    return (args[0] === 'serve' ? serve : work)(dataFolder === undefined ? {} : { dataFolder });
  }
  if (args[0] === 'roles') {
    const valueOf = (flag: string, fallback: string) =>
      args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? fallback) : fallback;
    process.stdout.write(`${rolesSql(valueOf('--database', 'sluitend'), valueOf('--login', 'sluitend_login'))}\n`);
    return;
  }
  let open: OpenSurroundings | null = null;
  try {
    process.exitCode = await runCommandLine(
      {
        actions,
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

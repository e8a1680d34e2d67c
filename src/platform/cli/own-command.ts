import { Command, Option } from 'commander';

/** A command that is no action: it runs a process of its own, or prints what an administrator needs. */
export interface OwnCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OwnOption[];
  run(given: Readonly<Record<string, string>>): Promise<void>;
}

interface OwnOption {
  readonly name: string;
  /** What stands behind the flag. */
  readonly value: string;
  readonly description: string;
  readonly fallback?: string;
}

/** The folder of the built-in database, as every command takes it. */
export const dataOption: OwnOption = {
  name: 'data',
  value: 'folder',
  description: 'data folder of the built-in database',
};

export function addOwnCommand(program: Command, { name, summary, options, run }: OwnCommand): void {
  const command = new Command(name).exitOverride().copyInheritedSettings(program).description(summary);
  for (const { name: flag, value, description, fallback } of options) {
    const option = new Option(`--${flag} <${value}>`, description);
    command.addOption(fallback === undefined ? option : option.default(fallback));
  }
  command.action(async (given: Record<string, string>) => run(given));
  program.addCommand(command);
}

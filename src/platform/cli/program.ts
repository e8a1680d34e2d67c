import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { machineActor } from '../access.ts';
import { type Action, type Language, runAction, type Surroundings } from '../actions.ts';
import { refusalText } from '../contract.ts';
import { type Field, fieldsOf, fromText } from '../input.ts';
import { Refusal } from '../refusal.ts';
import { addOwnCommand, dataOption, type OwnCommand } from './own-command.ts';
import { showProgress } from './progress.ts';

export interface CommandLine {
  readonly actions: readonly Action[];
  /** Commands beside the actions. */
  readonly commands?: readonly OwnCommand[];
  /** What stands beside the first word of longer commands, by that word. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Made when the command is known; `dataFolder` when the flag was given. */
  surroundings(dataFolder: string | undefined): Surroundings;
  /** Text, or the bytes of a file in an encoding of its own. */
  print(out: string | Uint8Array): void;
  complain(text: string): void;
}

/** Runs one command line; gives its exit code. */
export async function runCommandLine(line: CommandLine, args: readonly string[]): Promise<number> {
  const program = new Command('sluitend')
    .exitOverride()
    // A word may be a command of its own and the start of longer ones (`stats`); flags belong to the last word.
    .enablePositionalOptions()
    .configureOutput({ writeOut: line.print, writeErr: line.complain });
  program.description('Sluitend on the command line. Messages are in Dutch, or with --language en in English.');
  program.showHelpAfterError('(--help lists the commands and their flags)');
  for (const command of line.commands ?? []) addOwnCommand(program, command);
  let exitCode = 0;
  for (const action of line.actions) {
    const command = commandFor(program, wordsOf(action));
    describe(command, action);
    command.action(async (...given: unknown[]) => {
      exitCode = await perform(line, action, given);
    });
  }
  for (const command of program.commands) {
    const about = line.groups?.[command.name()];
    if (command.description() === '' && about !== undefined) command.description(about);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (fault) {
    const code = (fault as { exitCode?: unknown }).exitCode;
    if (typeof code === 'number') return code === 0 ? 0 : 2;
    throw fault;
  }
}

function wordsOf({ contract }: Action): readonly string[] {
  return (contract.command ?? contract.name.replace('.', ' ')).split(' ');
}

/** Finds or makes the command of these words below the program. */
function commandFor(program: Command, words: readonly string[]): Command {
  return words.reduce((above, word) => {
    const found = above.commands.find((command) => command.name() === word);
    if (found !== undefined) return found;
    const made = above.command(word).exitOverride();
    return made.copyInheritedSettings(above);
  }, program);
}

function describe(command: Command, { contract }: Action): void {
  command.description(contract.summary.en).summary(contract.summary.en);
  const fields = fieldsOf(contract.input);
  for (const name of contract.positional ?? []) {
    const required = fields.find((field) => field.name === name)?.required ?? true;
    command.argument(required ? `<${name}>` : `[${name}]`);
  }
  for (const field of fields) {
    if (!(contract.positional ?? []).includes(field.name)) command.addOption(optionFor(field));
  }
  command.option('--json', 'print the output as JSON');
  command.addOption(new Option('--language <language>', 'language of messages').choices(['nl', 'en']).default('nl'));
  if (fields.some((field) => field.name === 'data')) return;
  // Who gives the folder to every command may go on doing so; help names it where it is read.
  const folder = new Option(`--${dataOption.name} <${dataOption.value}>`, dataOption.description);
  command.addOption(contract.standsAlone === true ? folder.hideHelp() : folder);
}

function optionFor(field: Field): Option {
  const flag = `--${kebab(field.name)}`;
  if (field.kind === 'boolean') return new Option(`${flag} [value]`, field.description ?? '').preset('true');
  const option = new Option(`${flag} <${field.kind}>`, field.description ?? '');
  return field.required ? option.makeOptionMandatory() : option;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (flag: string) => flag.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

async function perform(line: CommandLine, action: Action, given: readonly unknown[]): Promise<number> {
  const command = given.at(-1) as Command;
  const flags = command.opts<Record<string, unknown>>();
  const language: Language = flags.language === 'en' ? 'en' : 'nl';
  const fields = fieldsOf(action.contract.input);
  const texts: Record<string, unknown> = {};
  (action.contract.positional ?? []).forEach((name, i) => {
    texts[name] = given[i];
  });
  for (const field of fields)
    if (flags[camel(kebab(field.name))] !== undefined) texts[field.name] = flags[camel(kebab(field.name))];
  const hasOwnData = fields.some((field) => field.name === 'data');
  const surroundings = line.surroundings(hasOwnData ? undefined : (flags.data as string | undefined));
  const progress = showProgress();
  try {
    const input = readFiles(fields, fromText(fields, texts), language);
    const call = { actor: machineActor, language, fromMachine: true, progress: progress.step };
    const output = await runAction(surroundings, action, { call, input });
    progress.end();
    line.print(
      flags.json === true || action.show === undefined ? printable(output) : `${action.show(output, language)}\n`,
    );
    return action.exitCode?.(output) ?? 0;
  } catch (fault) {
    progress.end();
    if (fault instanceof Refusal) return complain({ line, action, language, json: flags.json === true }, fault);
    throw fault;
  }
}

/** A file given by its name travels as its bytes. */
function readFiles(
  fields: readonly Field[],
  input: Record<string, unknown>,
  language: Language,
): Record<string, unknown> {
  const filled = { ...input };
  for (const { name, kind } of fields) {
    const path = filled[name];
    if (kind !== 'file' || typeof path !== 'string') continue;
    try {
      filled[name] = new Uint8Array(readFileSync(path));
    } catch {
      const message = language === 'nl' ? `${path} is niet te lezen` : `${path} cannot be read`;
      throw new Refusal('invalid_input', { faults: [{ field: name, code: 'file', message }] });
    }
  }
  return filled;
}

/** A file as output is what it holds; anything else is JSON. */
function printable(output: unknown): string | Uint8Array {
  const { mediaType, text, bytes } = (output ?? {}) as { mediaType?: unknown; text?: unknown; bytes?: unknown };
  if (typeof mediaType === 'string' && bytes instanceof Uint8Array) return bytes;
  return `${typeof mediaType === 'string' && typeof text === 'string' ? text : JSON.stringify(output)}\n`;
}

function complain(
  { line, action, language, json }: { line: CommandLine; action: Action; language: Language; json: boolean },
  refusal: Refusal,
): number {
  const text = refusalText(action.contract, refusal.code);
  if (text === undefined) throw new Error(`refusal ${refusal.code} is not declared by ${action.contract.name}`);
  if (json)
    line.print(
      `${JSON.stringify({ code: refusal.code, message: text[language], detail: refusal.detail, errors: refusal.faults })}\n`,
    );
  line.complain(`${refusal.code}: ${text[language]}${refusal.detail === null ? '' : ` ${refusal.detail}`}\n`);
  for (const fault of refusal.faults)
    line.complain(`  ${fault.field === '' ? '' : `--${kebab(fault.field)}: `}${fault.message}\n`);
  return text.exit;
}

import type * as z from 'zod';
import { dateOf } from '../time/zone.ts';
import { type Actor, isAdmitted } from './access.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Contract, InputOf, OutputOf, PlatformRefusal, RefusalOf } from './contract.ts';
import {
  type Database,
  type Queryable,
  type Transaction,
  type TransactionOptions,
  transaction,
} from './db/database.ts';
import { findUnkept } from './input.ts';
import { unreadable, wordsForIssues } from './input-words.ts';
import { Refusal } from './refusal.ts';
import { type Entry, enterNow, shareRegister } from './register-lock.store.ts';

export type { Entry } from './register-lock.store.ts';

export type Language = 'nl' | 'en';

/** Progress of long work, for a person who waits. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  /** Null where it is not known. */
  readonly total: number | null;
}

export interface Context<Code extends string = never> {
  /** The moment of the call by the product's clock, RFC 3339 in UTC. */
  readonly now: string;
  /** Its date in Amsterdam. */
  readonly today: string;
  readonly actor: Actor;
  readonly language: Language;
  readonly config: Config;
  /** The one transaction of this call; begun by its first statement. */
  readonly tx: Transaction;
  /** Rows that leave as a list or a dossier: only those within the actor's reach. */
  readonly app: Queryable;
  /** Evaluation over all facts: counts and states. */
  readonly figures: Queryable;
  /** For long work that makes transactions of its own (an import). */
  database(): Promise<Database>;
  /** Begins a write: no import runs beside it. Before any client's row is locked; a second call does nothing. */
  beginWrite(): Promise<void>;
  /** The moment by the product's clock as it is by now: later than `now` where a lock was waited for. */
  moment(): string;
  /** Records the act; call it after the client's row is locked, so that moments on one client only grow. */
  enter(): Promise<Entry>;
  /** Gives a declared refusal; nothing of the transaction stays. */
  refuse(code: Code | PlatformRefusal, detail?: string): never;
  progress(step: Progress): void;
}

export interface Action<C extends Contract = Contract> {
  readonly contract: C;
  run(context: Context<string>, input: InputOf<C>): Promise<OutputOf<C>>;
  /** How the command line shows the output to a person; without it, as JSON. */
  readonly show?: (output: OutputOf<C>, language: Language) => string;
  /** Exit code of the command line when the output itself says "no"; 0 without it. */
  readonly exitCode?: (output: OutputOf<C>) => number;
}

/** Implements a contract once: load, decide, save. `ways` says how the command line shows what comes out. */
export function action<C extends Contract>(
  contract: C,
  run: (context: Context<RefusalOf<C>>, input: InputOf<C>) => Promise<OutputOf<C>>,
  ways: Pick<Action<C>, 'show' | 'exitCode'> = {},
): Action<C> {
  return { contract, run, ...ways };
}

/** What every entrance needs to run actions. */
export interface Surroundings {
  readonly config: Config;
  readonly clock: Clock;
  database(): Promise<Database>;
}

export interface Call {
  readonly actor: Actor | null;
  readonly language: Language;
  /** Whether the call comes from the machine itself (command line, job). */
  readonly fromMachine: boolean;
  readonly progress?: (step: Progress) => void;
}

interface Given {
  readonly call: Call;
  readonly input: unknown;
}

/** Runs an action for an actor: role, input, one transaction. Throws `Refusal` for every expected "no". */
export async function runAction<C extends Contract>(
  surroundings: Surroundings,
  called: Action<C>,
  given: Given,
): Promise<OutputOf<C>> {
  const { options, perform } = prepareAction(surroundings, called, given);
  return transaction(() => surroundings.database(), options, perform);
}

/**
 * The first half of `runAction`: role and input. `perform` is the second, for who has something of its own to say in the
 * same transaction, begun with `options`.
 */
export function prepareAction<C extends Contract>(
  surroundings: Surroundings,
  called: Action<C>,
  { call, input: rawInput }: Given,
): { readonly options: TransactionOptions; perform(tx: Transaction): Promise<OutputOf<C>> } {
  const { contract } = called;
  const actor = call.actor;
  if (contract.machineOnly && !call.fromMachine) throw new Refusal('not_allowed');
  if (!isAdmitted(contract.roles, actor)) throw new Refusal(actor === null ? 'not_signed_in' : 'not_allowed');
  const input = parseInput(contract, rawInput, call.language);
  const now = surroundings.clock.now();
  const today = dateOf(now);
  const reads = contract.reads ?? contract.method === 'GET';
  const perform = (tx: Transaction) => {
    const context: Context<string> = {
      now,
      today,
      actor: actor ?? nobody,
      language: call.language,
      config: surroundings.config,
      tx,
      app: tx.as('app'),
      figures: tx.as('figures'),
      database: () => surroundings.database(),
      ...writing(surroundings, tx.as('app'), { actor: actor ?? nobody, action: contract.name }),
      refuse: (code, detail) => {
        throw new Refusal(code, detail === undefined ? {} : { detail });
      },
      progress: (step) => call.progress?.(step),
    };
    return called.run(context, input);
  };
  return { options: { actor, today, isolation: reads ? 'snapshot' : 'write' }, perform };
}

const nobody: Actor = {
  personId: 'nobody',
  name: '',
  role: 'nobody',
  offices: [],
  adviserId: null,
  opensProtected: false,
  marks: [],
};

/** All faults of the input together. */
function parseInput<C extends Contract>(contract: C, rawInput: unknown, language: Language): InputOf<C> {
  const unkept = findUnkept(rawInput).map((field) => ({
    field,
    code: 'invalid_format',
    message: unreadable[language],
  }));
  if (unkept.length > 0) throw new Refusal('invalid_input', { faults: unkept });
  const parsed = contract.input.safeParse(rawInput, { reportInput: false, error: wordsForIssues(language) });
  if (parsed.success) return parsed.data as InputOf<C>;
  const faults = parsed.error.issues.map((issue: z.core.$ZodIssue) => ({
    field: issue.path.join('.'),
    code: issue.code,
    message: issue.message,
  }));
  throw new Refusal('invalid_input', { faults });
}

/** The write path of one call: the register is shared first, the moment of the act is taken last. */
function writing(
  { clock, config }: Surroundings,
  app: Queryable,
  by: { readonly actor: Actor; readonly action: string },
): Pick<Context, 'beginWrite' | 'moment' | 'enter'> {
  let begun: Promise<void> | null = null;
  const beginWrite = () => {
    begun ??= shareRegister(app, config.writeWaitSeconds);
    return begun;
  };
  return {
    beginWrite,
    moment: () => clock.now(),
    enter: async () => {
      await beginWrite();
      return enterNow(app, clock.now(), by);
    },
  };
}

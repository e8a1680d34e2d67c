import { type Actor, machineActor } from '../access.ts';
import { type Action, runAction, type Surroundings } from '../actions.ts';
import { readConfig } from '../config.ts';
import type { Contract, OutputOf, RawInputOf } from '../contract.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../refusal.ts';

/** Surroundings of a test: a database and a clock that stands where the test puts it. */
export interface Stage extends Surroundings {
  /** RFC 3339. */
  at: string;
  readonly actor: Actor;
  /** The same stage, on which somebody acts; the machine when nobody is named. */
  as(actor?: Actor): Stage;
}

/** Without a database (null) an action that asks for one fails. */
export function makeStage(database: Database | null, at: string): Stage {
  const stage: Stage = {
    at,
    actor: machineActor,
    as: (actor = machineActor) => ({ ...stage, actor }),
    config: readConfig(),
    clock: { now: () => stage.at },
    database: () => (database === null ? Promise.reject(new Error('no database')) : Promise.resolve(database)),
  };
  return stage;
}

/** Calls an action through its contract, as the machine or as who acts on the stage; the output is checked against the contract. */
export async function call<C extends Contract>(
  stage: Stage,
  called: Action<C>,
  input: RawInputOf<C>,
): Promise<OutputOf<C>> {
  const { actor } = stage;
  const output = await runAction(stage, called, {
    call: { actor, language: 'nl', fromMachine: actor === machineActor },
    input,
  });
  return called.contract.output.parse(output) as OutputOf<C>;
}

/** The code of the refusal that the call gives; fails when it gives none. */
export async function refusalOf(calling: Promise<unknown>): Promise<string> {
  try {
    await calling;
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
  throw new Error('a refusal was expected');
}

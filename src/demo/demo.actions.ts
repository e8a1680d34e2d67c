import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Action, action, type Context, runAction, type Surroundings } from '../platform/actions.ts';
import type { OutputOf, RefusalOf } from '../platform/contract.ts';
import type { importDelivery, listDeliveries } from '../rooms/deliveries/contract.ts';
import { makeDemo } from './contract.ts';
import { makeDeliveries } from './deliveries.ts';
import { makeRegister } from './make-register.ts';
import { writeDelivery } from './write-delivery.files.ts';

type DemoContext = Context<RefusalOf<typeof makeDemo>>;

/** The actions of the rooms that the demo calls: it enters nothing itself. */
export interface RoomActions {
  readonly importDelivery: Action<typeof importDelivery>;
  readonly listDeliveries: Action<typeof listDeliveries>;
}

const deliveryCount = 2;

/** Makes the demo register, writes its deliveries and imports them one by one, as a supplier would. */
export function makeDemoAction(rooms: RoomActions): Action<typeof makeDemo> {
  return action(
    makeDemo,
    async (context, input) => {
      const folder = resolve(input.folder ?? resolve(context.config.dataFolder, 'demo-deliveries'));
      if (!(await isOpenForDemo(context, rooms))) {
        if (input.ifEmpty) return { folder, deliveries: [] };
        context.refuse('register_not_empty');
      }
      context.progress({ label: 'demo', done: 0, total: null });
      const deliveries = makeDeliveries(input.seed, makeRegister(input.clients, input.seed));
      const imported: OutputOf<typeof makeDemo>['deliveries'] = [];
      for (const delivery of deliveries) {
        const place = resolve(folder, delivery.name);
        await rm(place, { recursive: true, force: true });
        await writeDelivery(folder, delivery);
        imported.push(await importOne(context, rooms, place));
      }
      return { folder, deliveries: imported };
    },
    { show: ({ folder, deliveries }, language) => say(folder, deliveries, language) },
  );
}

function say(folder: string, deliveries: OutputOf<typeof makeDemo>['deliveries'], language: 'nl' | 'en'): string {
  if (deliveries.length === 0) {
    return language === 'nl' ? 'Het register heeft al gegevens.' : 'The register already holds data.';
  }
  const rows = deliveries.reduce((sum, each) => sum + each.accepted, 0);
  return language === 'nl'
    ? `Demoregister ingelezen: ${rows} regels uit ${folder}.`
    : `Demo register imported: ${rows} rows from ${folder}.`;
}

/** Empty, or left halfway by a demo that was stopped: a delivery that is already there is not read again. */
async function isOpenForDemo(context: DemoContext, { listDeliveries: list }: RoomActions): Promise<boolean> {
  const { deliveries, more } = await runAction(surroundingsOf(context), list, {
    call: callOf(context),
    input: { limit: 200 },
  });
  return !more && deliveries.length < deliveryCount && deliveries.every(({ source }) => source === 'demo');
}

async function importOne(context: DemoContext, { importDelivery: read }: RoomActions, folder: string) {
  const output = await runAction(surroundingsOf(context), read, { call: callOf(context), input: { folder } });
  if (output.status === 'refused') context.refuse('delivery_refused', output.refusal?.message ?? folder);
  const { deliveryId, status } = output;
  const [accepted, refused, warned] = [output.accepted, output.refusedCounts, output.warnedCounts].map((counts) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  ) as [number, number, number];
  return { deliveryId, status, accepted, refused, warned };
}

/** Each import is a call of its own, with its own transaction. */
function surroundingsOf(context: DemoContext): Surroundings {
  return { config: context.config, clock: { now: () => context.now }, database: () => context.database() };
}

function callOf(context: DemoContext) {
  return { actor: context.actor, language: context.language, fromMachine: true, progress: context.progress };
}

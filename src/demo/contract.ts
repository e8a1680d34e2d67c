import * as z from 'zod';
import { contract } from '../platform/contract.ts';
import { wholeSize } from './scale.ts';

/** Makes the demo register as deliveries in the exchange format and imports them, into an empty register only. */
export const makeDemo = contract({
  name: 'demo.make',
  method: 'POST',
  path: '/demo',
  command: 'demo',
  machineOnly: true,
  summary: { nl: 'Maak het demoregister en lees het in', en: 'Make the demo register and import it' },
  input: z.object({
    clients: z.coerce.number().int().min(200).max(200_000).default(wholeSize).describe('how many clients, about'),
    seed: z.coerce.number().int().min(0).default(1).describe('the same seed makes the same register'),
    ifEmpty: z.boolean().default(false).describe('do nothing when the register already holds deliveries'),
    folder: z.string().min(1).optional().describe('where the deliveries are written'),
  }),
  output: z.object({
    folder: z.string(),
    deliveries: z.array(
      z.object({
        deliveryId: z.number().nullable(),
        status: z.enum(['accepted', 'already_imported', 'refused']),
        accepted: z.number(),
        refused: z.number(),
        warned: z.number(),
      }),
    ),
  }),
  roles: [],
  reach: 'none',
  refusals: {
    register_not_empty: {
      http: 409,
      exit: 3,
      nl: 'Het register heeft al aanleveringen. Kies een lege gegevensmap met --data.',
      en: 'The register already holds deliveries. Choose an empty data folder with --data.',
    },
    delivery_refused: {
      http: 409,
      exit: 3,
      nl: 'Een aanlevering van de demo is geweigerd. Begin opnieuw in een lege gegevensmap met --data; de reden staat hierachter.',
      en: 'A delivery of the demo was refused. Begin again in an empty data folder with --data; the reason stands behind this.',
    },
  },
});

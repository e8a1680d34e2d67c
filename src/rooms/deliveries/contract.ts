import * as z from 'zod';
import { bytesOutput, contract, sealRefusals } from '../../platform/contract.ts';

const counts = z.record(z.string(), z.number());
const note = z.object({
  code: z.string(),
  file: z.string(),
  count: z.number(),
  keys: z.array(z.string()),
  message: z.string(),
});
const rowReport = z.object({
  file: z.string(),
  line: z.number(),
  codes: z.array(z.string()),
  details: z.array(
    z.object({ column: z.string().nullable(), value: z.string().nullable(), code: z.string(), message: z.string() }),
  ),
});

/** Rows of each list in the output of an import: what goes wrong with a whole file must not fill the memory. */
export const mostReported = 100_000;

/** Reads a delivery from a folder of this machine. Refused as a whole: `status` refused, and nothing has changed. */
export const importDelivery = contract({
  name: 'deliveries.import',
  method: 'POST',
  path: '/deliveries',
  command: 'import',
  positional: ['folder'],
  machineOnly: true,
  summary: { nl: 'Lees een aanlevering in', en: 'Import a delivery' },
  input: z.object({
    folder: z.string().min(1),
    /** Seconds to wait for another import and for writers. */
    wait: z.coerce
      .number()
      .int()
      .min(1)
      .max(86_400)
      .default(120)
      .describe('seconds to wait while somebody else imports or writes'),
  }),
  output: z.object({
    deliveryId: z.number().nullable(),
    status: z.enum(['accepted', 'already_imported', 'refused']),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    accepted: counts,
    unchanged: counts,
    withdrawn: counts,
    notes: z.array(note),
    /** How many rows were refused, and how many were taken with a warning. */
    refusedCounts: counts,
    warnedCounts: counts,
    /** The first `mostReported` of them in the order of the files; the rest is kept, and listed by `deliveries.rows`. */
    refused: z.array(rowReport),
    warned: z.array(rowReport),
  }),
  roles: [],
  reach: 'all_clients',
  refusals: {
    no_delivery: {
      http: 404,
      exit: 5,
      nl: 'Deze map is er niet, of er staat geen manifest.json en geen bestand van een aanlevering in. Controleer het pad.',
      en: 'There is no such folder, or it holds no manifest.json and no file of a delivery. Check the path.',
    },
    delivery_changing: {
      http: 409,
      exit: 3,
      nl: 'Een bestand van de aanlevering veranderde terwijl het werd gelezen; er is niets ingelezen. Wacht tot alles is gekopieerd en probeer het opnieuw.',
      en: 'A file of the delivery changed while it was read; nothing was imported. Wait until all is copied and try again.',
    },
    ...sealRefusals,
  },
});

const readers = ['data_steward', 'district_manager', 'controller', 'administrator'];

const delivery = z.object({
  deliveryId: z.number(),
  source: z.string(),
  deliveredAt: z.string(),
  kind: z.string(),
  endDates: z.string(),
  encoding: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
});

/** Accepted deliveries, the latest first; `before` = the last id of the page before. */
export const listDeliveries = contract({
  name: 'deliveries.list',
  method: 'GET',
  path: '/deliveries',
  summary: { nl: 'Toon de aanleveringen', en: 'List the deliveries' },
  input: z.object({
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    deliveries: z.array(
      delivery.extend({
        accepted: z.number(),
        unchanged: z.number(),
        withdrawn: z.number(),
        refused: z.number(),
        warned: z.number(),
        notes: z.number(),
      }),
    ),
    more: z.boolean(),
  }),
  roles: readers,
  reach: 'none',
});

/** One delivery: counts per file and notes. */
export const showDelivery = contract({
  name: 'deliveries.show',
  method: 'GET',
  path: '/deliveries/{deliveryId}',
  positional: ['deliveryId'],
  summary: { nl: 'Toon een aanlevering', en: 'Show a delivery' },
  input: z.object({ deliveryId: z.coerce.number().int().positive() }),
  output: delivery.extend({
    files: z.array(
      z.object({
        file: z.string(),
        rows: z.number(),
        accepted: z.number(),
        unchanged: z.number(),
        withdrawn: z.number(),
        refused: z.number(),
        warned: z.number(),
      }),
    ),
    notes: z.array(note),
    /** Whether the reader may see and download the refused rows themselves. */
    opensRows: z.boolean(),
  }),
  roles: readers,
  reach: 'none',
});

/**
 * Refused rows and warnings of a delivery, filtered, a page at a time. The BSN is masked; other values are quoted as they
 * came, so a policy of the database gives them to the same role only.
 */
export const listRows = contract({
  name: 'deliveries.rows',
  method: 'GET',
  path: '/deliveries/{deliveryId}/rows',
  positional: ['deliveryId'],
  summary: { nl: 'Toon afgewezen regels en waarschuwingen', en: 'List refused rows and warnings' },
  input: z.object({
    deliveryId: z.coerce.number().int().positive(),
    file: z.string().optional(),
    code: z.string().optional(),
    verdict: z.enum(['refused', 'warned']).optional(),
    skip: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    total: z.number(),
    rows: z.array(rowReport.extend({ verdict: z.enum(['refused', 'warned']) })),
  }),
  roles: ['data_steward'],
  reach: 'all_clients',
});

/** The refused rows of one file in the supplier's own layout and encoding; holds the BSN in clear. */
export const downloadRows = contract({
  name: 'deliveries.download',
  method: 'GET',
  path: '/deliveries/{deliveryId}/files/{file}/refused',
  positional: ['deliveryId', 'file'],
  summary: { nl: 'Haal de afgewezen regels van een bestand op', en: 'Download the refused rows of a file' },
  input: z.object({ deliveryId: z.coerce.number().int().positive(), file: z.string().min(1) }),
  output: bytesOutput(),
  roles: ['data_steward'],
  reach: 'all_clients',
  refusals: sealRefusals,
});

import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

export const findSame = statement(
  'deliveries.findSame',
  { delivery_id: 'int8' },
  (source: string, contentHash: Buffer) => sql`
    select delivery_id from deliveries.delivery where source = ${source} and content_hash = ${contentHash}`,
);

/** Knowledge only grows: not before any accepted delivery, not at the moment of one of the same source, not after now. */
export const judgeMoment = statement(
  'deliveries.judgeMoment',
  { out_of_order: 'bool', in_future: 'bool' },
  (source: string, deliveredAt: string, now: string) => sql`
    select
      exists (
        select from deliveries.delivery d
        where d.delivered_at > ${deliveredAt}::timestamptz or (d.delivered_at = ${deliveredAt}::timestamptz and d.source = ${source})
      ) as out_of_order,
      ${deliveredAt}::timestamptz > ${now}::timestamptz as in_future`,
);

export interface DeliveryRow {
  readonly source: string;
  readonly deliveredAt: string;
  readonly kind: string;
  readonly endDates: string;
  readonly encoding: string;
  readonly contentHash: Buffer;
  readonly importedAt: string;
  readonly importedBy: string;
}

export const saveDelivery = statement(
  'deliveries.saveDelivery',
  { delivery_id: 'int8' },
  (row: DeliveryRow) => sql`
    insert into deliveries.delivery (source, delivered_at, kind, end_dates, encoding, content_hash, imported_at, imported_by,
      accepted, unchanged, withdrawn, notes)
    values (${row.source}, ${row.deliveredAt}, ${row.kind}, ${row.endDates}, ${row.encoding}, ${row.contentHash},
      ${row.importedAt}, ${row.importedBy}, '{}', '{}', '{}', '[]')
    returning delivery_id`,
);

export const isFirstDelivery = statement(
  'deliveries.isFirstDelivery',
  { first: 'bool' },
  (file: string) => sql`select not exists (select from deliveries.delivery_file where file = ${file}) as first`,
);

export const saveFile = statement(
  'deliveries.saveFile',
  {},
  (row: { deliveryId: number; file: string; rows: number; header: readonly string[]; delimiter: string }) => sql`
    insert into deliveries.delivery_file (delivery_id, file, rows, header, delimiter)
    values (${row.deliveryId}, ${row.file}, ${row.rows}, ${row.header}, ${row.delimiter})`,
);

export const saveCounts = statement(
  'deliveries.saveCounts',
  {},
  (deliveryId: number, counts: { accepted: unknown; unchanged: unknown; withdrawn: unknown; notes: unknown }) => sql`
    update deliveries.delivery set accepted = ${JSON.stringify(counts.accepted)}, unchanged = ${JSON.stringify(counts.unchanged)},
      withdrawn = ${JSON.stringify(counts.withdrawn)}, notes = ${JSON.stringify(counts.notes)}
    where delivery_id = ${deliveryId}`,
);

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { csvLine } from '../platform/csv/cell.ts';
import type { Delivery, DeliveryFile } from './delivery.ts';

/** Writes a delivery below `folder`, in a folder that bears its name; gives that folder. */
export async function writeDelivery(folder: string, delivery: Delivery): Promise<string> {
  const place = resolve(folder, delivery.name);
  await mkdir(place, { recursive: true });
  await writeFile(resolve(place, 'manifest.json'), `${JSON.stringify(delivery.manifest, null, 2)}\n`);
  for (const file of delivery.files) await writeRows(resolve(place, file.name), file);
  return place;
}

async function writeRows(path: string, { header, rows }: DeliveryFile): Promise<void> {
  const stream = createWriteStream(path);
  const batch = 2000;
  stream.write(recordOf(header));
  for (let from = 0; from < rows.length; from += batch) {
    const text = rows
      .slice(from, from + batch)
      .map(recordOf)
      .join('');
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

const recordOf = (fields: readonly string[]): string => `${csvLine(fields, ',')}\r\n`;

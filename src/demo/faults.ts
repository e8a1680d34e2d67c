import type { Delivery, DeliveryFile } from './delivery.ts';

type Row = readonly string[];

/**
 * Puts six rows that will be refused and two that will be warned about into a delivery, as a supplier's system makes
 * them, so that the data steward has something to send back.
 */
export function addFaults(delivery: Delivery, before: Delivery): Delivery {
  const contact = rowsOf(delivery, 'contacts.csv').find((row) => row[7] === 'held');
  const old = rowsOf(before, 'contacts.csv').find((row) => row[7] === 'held');
  const job = rowsOf(before, 'employments.csv')[0];
  const benefit = openBenefit(delivery, before);
  if (contact === undefined || old === undefined || job === undefined || benefit === undefined) return delivery;
  const extra = new Map<string, readonly Row[]>([
    [
      'contacts.csv',
      [
        change(contact, { 0: 'CF00001', 6: '', 9: '' }), // held without minutes
        change(contact, { 0: 'CF00002', 2: 'A99999', 9: '' }), // an adviser whom nobody knows
        change(contact, { 0: 'CF00003', 4: 'telefoon', 9: '' }), // a channel in the supplier's own word
        change(old, { 6: '200' }), // changed without a correction
      ],
    ],
    ['benefits.csv', [change(benefit, { 7: '1999-01-01', 8: 'other' })]], // ends before it starts
    ['employments.csv', [change(job, { 0: 'EF00001', 4: '360' })]], // hours of ten weeks
  ]);
  const files = delivery.files.map((file) => {
    const rows = file.name === 'clients.csv' ? warn(file.rows) : file.rows;
    return { ...file, rows: [...rows, ...(extra.get(file.name) ?? [])] };
  });
  return { ...delivery, files };
}

function rowsOf(delivery: Delivery, name: string): DeliveryFile['rows'] {
  return delivery.files.find((file) => file.name === name)?.rows ?? [];
}

function change(row: Row, values: Readonly<Record<number, string>>): Row {
  return row.map((value, i) => values[i] ?? value);
}

/** One that is open and of which this delivery says nothing else. */
function openBenefit(delivery: Delivery, before: Delivery): Row | undefined {
  const changed = new Set(rowsOf(delivery, 'benefits.csv').map(([id]) => id));
  return rowsOf(before, 'benefits.csv').find((row) => row[7] === '' && !changed.has(row[0]));
}

/** A BSN with two figures the wrong way round, and a postcode with a space. */
function warn(rows: readonly Row[]): Row[] {
  return rows.map((row, i) => {
    const bsn = row[2] ?? '';
    const postcode = row[6] ?? '';
    if (i === 0) return change(row, { 2: `${bsn.slice(0, 7)}${(Number(bsn[7]) + 1) % 10}${bsn.slice(8)}` });
    return i === 1 ? change(row, { 6: `${postcode.slice(0, 4)} ${postcode.slice(4)}` }) : row;
  });
}

import { contactHeader, makeContactRows } from './contact-rows.ts';
import type { Delivery } from './delivery.ts';
import { addFaults } from './faults.ts';
import { makePeople } from './people.ts';
import type { Cut, Register } from './register.ts';
import { filesOf } from './rows.ts';
import { firstDelivery, secondDelivery } from './scale.ts';

const cuts: readonly (Cut & { readonly text: string })[] = [firstDelivery, secondDelivery].map(({ text, at }) => ({
  text,
  at,
  day: Math.floor(at / 1440) - 1,
}));

/** The state as known at the first delivery, and for each later one what is new or different since. */
export function makeDeliveries(seed: number, register: Register): Delivery[] {
  const files = filesOf(register, makePeople(seed, register.advisers));
  const contacts = makeContactRows(register.appointments, secondDelivery.at);
  const brought = new Map<string, Set<string>>();
  let from = Number.NEGATIVE_INFINITY;
  const made = cuts.map((cut, i) => {
    const changed = files.map((file) => {
      const known = brought.get(file.name) ?? new Set();
      brought.set(file.name, known);
      const rows: (readonly string[])[] = [];
      for (const row of file.rows(cut)) {
        const content = row.join('\u0000');
        if (known.has(content)) continue;
        known.add(content);
        rows.push(row);
      }
      return { name: file.name, header: file.header, rows };
    });
    const registered = contacts
      .filter((row) => row.registered >= from && row.registered < cut.at)
      .map(({ fields }) => fields);
    from = cut.at;
    return {
      name: String(i + 1),
      manifest: { format: 1, source: 'demo', deliveredAt: cut.text, kind: 'incremental' },
      files: [...changed, { name: 'contacts.csv', header: contactHeader, rows: registered }].filter(
        ({ rows }) => rows.length > 0,
      ),
    };
  });
  const [first, second] = made;
  return first === undefined || second === undefined ? made : [first, addFaults(second, first)];
}

import { expect, test } from 'vitest';
import type { WorklistLine } from './shapes.ts';
import { openStates } from './worklist.ts';
import { writeWorklistCsv } from './worklist-csv.ts';

const line: WorklistLine = {
  clientId: 'K1',
  name: 'Jan van den Berg',
  protected: false,
  schemes: ['WIA_WGA', 'WAJONG'],
  offices: [{ id: 'O1', name: 'Groningen' }],
  state: 'overdue_planned',
  dueDate: '2019-09-01',
  lead: null,
  also: [],
  elsewhere: null,
  lastContact: null,
  nextPlanned: null,
  toRegister: [],
  reviewDate: null,
  preferredChannel: 'letter',
};

test('a worklist leaves in the words of its reader', () => {
  const [, dutch] = writeWorklistCsv([line], 'nl').split('\r\n');
  const [, english] = writeWorklistCsv([line], 'en').split('\r\n');
  expect(dutch).toBe('K1;Jan van den Berg;"WIA-WGA, Wajong";Groningen;"te laat, gepland";2019-09-01;;;;;brief');
  expect(english).toBe('K1;Jan van den Berg;"WIA-WGA, Wajong";Groningen;"overdue, planned";2019-09-01;;;;;letter');
});

test('no state leaves as the word of the code', () => {
  for (const language of ['nl', 'en'] as const) {
    const csv = writeWorklistCsv(
      openStates.map((state) => ({ ...line, state })),
      language,
    );
    expect(csv).not.toContain('_');
  }
});

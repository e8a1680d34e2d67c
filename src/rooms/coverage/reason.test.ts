import { expect, test } from 'vitest';
import type { Norm } from './norm.ts';
import type { NormVersion } from './norm-version.ts';
import { alongside, computeReason, type Judged } from './reason.ts';

const personal: Norm = {
  id: 'wia-personal',
  readingOf: null,
  weight: 'must',
  validFrom: '2017-01-01',
  validTo: null,
  title: { nl: 'Gesprek', en: 'Conversation' },
  source: '',
  population: { scheme: 'WIA_WGA' },
  counts: 'conversation',
  obligations: { first: { months: 3 }, every: { months: 12 }, eachCalendarYear: true },
  targets: {},
};
const version = (norm: Norm): NormVersion => ({
  norm,
  version: 1,
  validFrom: norm.validFrom,
  validTo: null,
  enteredBy: null,
});
const contact = version({ ...personal, id: 'c', counts: 'contact' });
const rhythm = version({
  ...personal,
  id: 'f',
  counts: 'contact',
  weight: 'advised',
  obligations: { first: { months: 3 }, every: { months: 6 } },
});
const invitation = version({ ...personal, id: 'i', counts: 'invited', obligations: { once: { days: 28 } } });

const judged: Judged = {
  benefitId: 'B1',
  state: 'overdue',
  dueOn: '2019-03-14',
  basis: 'every',
  entryBy: 'start',
  entryOn: '2017-05-15',
  startOn: '2017-05-15',
  lastOn: '2018-03-14',
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [
    version(personal),
    judged,
    '12 maanden na het laatste gesprek op 14 maart 2018: uiterlijk 14 maart 2019, 26 weken te laat.',
  ],
  [
    contact,
    { ...judged, basis: 'first', entryBy: 'job_end', entryOn: '2019-03-31', dueOn: '2019-06-30', lastOn: '2018-02-22' },
    'Contact binnen 3 maanden na het einde van werk op 31 maart 2019: uiterlijk 30 juni 2019, 11 weken te laat.',
  ],
  [
    version(personal),
    { ...judged, basis: 'first', entryOn: '2019-06-11', dueOn: '2019-09-11', lastOn: null },
    'Eerste gesprek binnen 3 maanden na instroom op 11 juni 2019: uiterlijk 11 september 2019, 4 dagen te laat.',
  ],
  [
    version(personal),
    { ...judged, basis: 'calendar_year', state: 'in_view', dueOn: '2019-12-31' },
    'Eén gesprek in 2019: uiterlijk 31 december 2019.',
  ],
  [
    invitation,
    { ...judged, basis: 'once', state: 'due', startOn: '2019-08-18', dueOn: '2019-09-15', lastOn: null },
    'Uitnodiging voor een gesprek binnen 28 dagen na instroom op 18 augustus 2019: uiterlijk 15 september 2019, vandaag.',
  ],
] as const)('%# says why, by when and how late', (of, row, sentence) => {
  expect(plain(computeReason(of, row, '2019-09-15').sentence.nl)).toBe(sentence);
});

test('what rides along does not repeat the date of the line', () => {
  const lead = computeReason(version(personal), { ...judged, basis: 'first', lastOn: null }, '2019-09-15');
  const same = computeReason(rhythm, { ...judged, basis: 'first', lastOn: null }, '2019-09-15');
  expect(alongside(same, lead).also.nl).toBe('eerste contact, zelfde datum (advies).');
  const other = computeReason(rhythm, { ...judged, dueOn: '2019-06-03', lastOn: '2018-12-03' }, '2019-09-15');
  expect(plain(alongside(other, lead).also.nl)).toBe(
    '6 maanden na het laatste contact op 3 december 2018, uiterlijk 3 juni 2019 (advies).',
  );
});

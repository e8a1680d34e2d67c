import type { Words } from '../../platform/contract.ts';

/** Why a row is refused or warned about, and what to do. Codes are those of the exchange format. */
export const rowCodes = {
  required: { nl: 'Deze waarde is verplicht. Vul haar in.', en: 'This value is required. Fill it in.' },
  format: {
    nl: 'De schrijfwijze klopt niet. Schrijf de waarde of de regel zoals het formaat voorschrijft.',
    en: 'This is not written as it should be. Write the value or the row as the format says.',
  },
  enum: { nl: 'Deze waarde bestaat niet. Kies een van de toegestane.', en: 'No such value. Choose an allowed one.' },
  range: {
    nl: 'De waarde of de lengte ligt buiten de grenzen.',
    en: 'The value or its length is outside the limits.',
  },
  bsn_check: { nl: 'Dit BSN voldoet niet aan de elfproef.', en: 'This BSN fails the eleven-test.' },
  duplicate_bsn: { nl: 'Een andere klant heeft dit BSN al.', en: 'Another client already has this BSN.' },
  duplicate_id: {
    nl: 'Dezelfde sleutel staat eerder in het bestand met een andere inhoud.',
    en: 'The same key stands earlier in the file with other content.',
  },
  unknown_reference: {
    nl: 'De regel verwijst naar iets dat onbekend is of is afgewezen.',
    en: 'The row refers to something that is unknown or refused.',
  },
  end_before_start: { nl: 'Het einde ligt vóór het begin.', en: 'The end lies before the start.' },
  end_without_reason: { nl: 'Er is een einde zonder reden.', en: 'There is an end without a reason.' },
  reason_without_end: { nl: 'Er is een reden zonder einde.', en: 'There is a reason without an end.' },
  capacity_outside_scheme: {
    nl: 'Arbeidsvermogen hoort alleen bij Wajong en WGA.',
    en: 'Work capacity belongs to WAJONG and WIA_WGA only.',
  },
  minutes_without_held: {
    nl: 'Minuten horen alleen bij een gehouden contact.',
    en: 'Minutes belong to a held contact only.',
  },
  held_without_minutes: { nl: 'Een gehouden contact heeft minuten.', en: 'A held contact has minutes.' },
  occurred_after_registered: {
    nl: 'Het contact ligt na het moment van registreren.',
    en: 'The contact lies after the moment of registration.',
  },
  changed_without_correction: {
    nl: 'Een contact verandert alleen met een correctieregel. Lever een regel aan die dit contact corrigeert.',
    en: 'A contact changes by a correction only. Deliver a row that corrects this contact.',
  },
  correction_cycle: { nl: 'Correcties verwijzen in een kring naar elkaar.', en: 'Corrections refer in a circle.' },
  overlapping_enrolment: {
    nl: 'De periode overlapt een andere opname in de dienstverlening.',
    en: 'The spell overlaps another enrolment.',
  },
  overlapping_assignment: {
    nl: 'De periode overlapt een andere toewijzing.',
    en: 'The spell overlaps another assignment.',
  },
  overlapping_formation: { nl: 'De periode overlapt andere formatie.', en: 'The spell overlaps other formation.' },
  entered_here: {
    nl: 'Dit is in Sluitend zelf ingevoerd en heeft hier een andere inhoud.',
    en: 'This was entered in Sluitend itself and has other content here.',
  },
  unexpected: { nl: 'Deze waarde hoort hier leeg te zijn.', en: 'This value should be empty here.' },
} as const satisfies Readonly<Record<string, Words>>;

/** Why a delivery is refused as a whole. */
export const wholeCodes = {
  manifest: { nl: 'manifest.json klopt niet', en: 'manifest.json is not right' },
  delivery_out_of_order: {
    nl: 'Een latere aanlevering is al ingelezen, of van deze bron een van hetzelfde moment',
    en: 'A later delivery has been imported, or one of this source of the same moment',
  },
  delivery_in_future: { nl: 'deliveredAt ligt in de toekomst', en: 'deliveredAt lies in the future' },
  encoding: {
    nl: 'Het bestand bevat bytes die de opgegeven codering niet kent',
    en: 'The file holds bytes that the declared encoding does not allow',
  },
  format: { nl: 'De kopregel is geen RFC 4180', en: 'The header is not RFC 4180' },
  repeated_column: { nl: 'Een kolomnaam staat er tweemaal', en: 'A column name stands there twice' },
  missing_column: { nl: 'Een verplichte kolom ontbreekt', en: 'A required column is missing' },
} as const satisfies Readonly<Record<string, Words>>;

export const noteCodes = {
  many_empty_spells: {
    nl: 'Veel regels eindigen op de dag waarop zij beginnen. Zijn de einddatums laatste dagen (endDates inclusive)?',
    en: 'Many rows end on the day they start. Are the ends last days (endDates inclusive)?',
  },
  replaced_entered: {
    nl: 'Wat hier was ingevoerd is vervangen door nieuws van de bron.',
    en: 'What was entered here has been replaced by news of the source.',
  },
  missing_rows: {
    nl: 'Rijen die deze bron eerder bracht ontbreken; zij blijven staan.',
    en: 'Rows that this source brought before are missing; they stay.',
  },
  unknown_column: { nl: 'Onbekende kolommen zijn genegeerd', en: 'Unknown columns are ignored' },
} as const satisfies Readonly<Record<string, Words>>;

export type WholeCode = keyof typeof wholeCodes;
export type NoteCode = keyof typeof noteCodes;

/** The sentence of a row's code. */
export function rowMessage(code: string, language: 'nl' | 'en'): string {
  return (rowCodes as Readonly<Record<string, Words>>)[code]?.[language] ?? code;
}

import type { Words } from '../../platform/contract.ts';

/** Why a row is refused or warned about, and what to do. Codes are those of the exchange format. */
export const rowCodes = {
  required: { nl: 'Deze waarde is verplicht. Vul haar in.', en: 'This value is required. Fill it in.' },
  format: {
    nl: 'De schrijfwijze klopt niet.',
    en: 'This is not written as it should be.',
  },
  enum: { nl: 'Deze waarde bestaat niet.', en: 'No such value.' },
  range: {
    nl: 'De waarde of de lengte ligt buiten de grenzen.',
    en: 'The value or its length is outside the limits.',
  },
  bsn_check: {
    nl: 'Dit BSN voldoet niet aan de elfproef. Zoek het juiste nummer op bij de bron, of laat het leeg.',
    en: 'This BSN fails the eleven-test. Look up the right number at the source, or leave it empty.',
  },
  duplicate_bsn: {
    nl: 'Een andere klant heeft dit BSN al. Ga na bij de bron van wie het is.',
    en: 'Another client already has this BSN. Check at the source whose it is.',
  },
  duplicate_id: {
    nl: 'Dezelfde sleutel staat eerder in het bestand met een andere inhoud. Lever een van de twee aan.',
    en: 'The same key stands earlier in the file with other content. Deliver one of the two.',
  },
  unknown_reference: {
    nl: 'De regel verwijst naar iets dat onbekend is of is afgewezen. Lever dat ook aan, of verbeter de verwijzing.',
    en: 'The row refers to something that is unknown or refused. Deliver that too, or correct the reference.',
  },
  end_before_start: {
    nl: 'Het einde ligt vóór het begin. Verbeter een van de twee datums.',
    en: 'The end lies before the start. Correct one of the two dates.',
  },
  end_without_reason: {
    nl: 'Er is een einde zonder reden. Vul de reden in, of laat het einde weg.',
    en: 'There is an end without a reason. Fill in the reason, or leave out the end.',
  },
  reason_without_end: {
    nl: 'Er is een reden zonder einde. Vul het einde in, of laat de reden weg.',
    en: 'There is a reason without an end. Fill in the end, or leave out the reason.',
  },
  capacity_outside_scheme: {
    nl: 'Arbeidsvermogen hoort alleen bij Wajong en WGA. Laat het hier leeg.',
    en: 'Work capacity belongs to WAJONG and WIA_WGA only. Leave it empty here.',
  },
  minutes_without_held: {
    nl: 'Minuten horen alleen bij een gevoerd contact. Laat ze leeg, of verbeter de uitkomst.',
    en: 'Minutes belong to a held contact only. Leave them empty, or correct the outcome.',
  },
  held_without_minutes: {
    nl: 'Een gevoerd contact heeft minuten. Vul ze in, of verbeter de uitkomst.',
    en: 'A held contact has minutes. Fill them in, or correct the outcome.',
  },
  occurred_after_registered: {
    nl: 'Het contact ligt na het moment van registreren. Verbeter een van de twee momenten.',
    en: 'The contact lies after the moment of registration. Correct one of the two moments.',
  },
  changed_without_correction: {
    nl: 'Een contact verandert alleen met een correctieregel. Lever een regel aan die dit contact corrigeert.',
    en: 'A contact changes by a correction only. Deliver a row that corrects this contact.',
  },
  correction_cycle: {
    nl: 'Correcties verwijzen in een kring naar elkaar. Laat de eerste naar geen andere verwijzen.',
    en: 'Corrections refer in a circle. Let the first refer to no other.',
  },
  overlapping_enrolment: {
    nl: 'De periode overlapt een andere opname in de dienstverlening. Verbeter begin of einde van een van beide.',
    en: 'The spell overlaps another enrolment. Correct the start or end of one of them.',
  },
  overlapping_assignment: {
    nl: 'De periode overlapt een andere toewijzing. Verbeter begin of einde van een van beide.',
    en: 'The spell overlaps another assignment. Correct the start or end of one of them.',
  },
  overlapping_formation: {
    nl: 'De periode overlapt andere formatie. Verbeter begin of einde van een van beide.',
    en: 'The spell overlaps other formation. Correct the start or end of one of them.',
  },
  entered_here: {
    nl: 'Dit is in Sluitend zelf ingevoerd en heeft hier een andere inhoud. Neem over wat hier staat, of laat het hier verbeteren.',
    en: 'This was entered in Sluitend itself and has other content here. Take over what stands here, or have it corrected here.',
  },
  unexpected: {
    nl: 'Deze waarde hoort hier leeg te zijn. Laat haar weg.',
    en: 'This value should be empty here. Leave it out.',
  },
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

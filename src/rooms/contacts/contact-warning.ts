export const warningCodes = ['before_benefit', 'after_benefit', 'twice_within_hour'] as const;
export type WarningCode = (typeof warningCodes)[number];

export interface ContactWarning {
  readonly code: WarningCode;
  /** The field of the form that it goes with. */
  readonly field: 'date' | 'time';
  readonly nl: string;
  readonly en: string;
}

const sentences: Readonly<Record<WarningCode, Omit<ContactWarning, 'code'>>> = {
  before_benefit: {
    field: 'date',
    nl: 'Deze dag ligt voor het begin van de uitkering. Het gesprek telt dan niet mee.',
    en: 'This day lies before the start of the benefit. The conversation will not count.',
  },
  after_benefit: {
    field: 'date',
    nl: 'Deze dag ligt na het einde van de uitkering. Het gesprek telt dan niet mee.',
    en: 'This day lies after the end of the benefit. The conversation will not count.',
  },
  twice_within_hour: {
    field: 'time',
    nl: 'Binnen een uur staat al zo’n gesprek van dezelfde adviseur. Is dit hetzelfde gesprek?',
    en: 'There is such a conversation of the same adviser within the hour already. Is this the same one?',
  },
};

/** What is odd about a contact: the adviser decides, nothing is blocked. */
export function decideWarnings(odd: {
  readonly day: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly twiceWithinHour: boolean;
}): readonly ContactWarning[] {
  const codes: WarningCode[] = [];
  if (odd.day < odd.startDate) codes.push('before_benefit');
  if (odd.endDate !== null && odd.day >= odd.endDate) codes.push('after_benefit');
  if (odd.twiceWithinHour) codes.push('twice_within_hour');
  return codes.map((code) => ({ code, ...sentences[code] }));
}

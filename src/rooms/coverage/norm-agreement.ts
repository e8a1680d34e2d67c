/** Which agreement a norm of the preset answers to; numbered in the order of the 2019 balance. Valid for 2019. */
const agreementOf: Readonly<Record<string, string>> = {
  'wia-personal': '8a',
  'wia-frequency': '8b',
  'wajong-personal': '9',
};

/** The number of the agreement that a norm answers to; null for a reading and for what was not agreed. */
export function findAgreement(normId: string): string | null {
  return agreementOf[normId] ?? null;
}

import type { Words } from '../../platform/contract.ts';

/** One of many that was not done: why, and what that means. */
export interface Sifted<Code extends string> {
  readonly benefitId: string;
  readonly code: Code | 'not_found';
  readonly message: string;
}

const notFound: Words = { nl: 'Niet gevonden, of buiten uw bereik.', en: 'Not found, or outside your reach.' };

/** Parts many into those that can be done and those that are refused, each with its code; each is asked once. */
export function sift<Benefit extends { readonly benefitId: string }, Code extends string>(
  benefits: readonly Benefit[],
  of: {
    readonly asked: readonly string[];
    readonly language: 'nl' | 'en';
    readonly texts: Readonly<Record<Code, Words>>;
  },
  decide: (benefit: Benefit) => Code | null,
): { readonly able: readonly Benefit[]; readonly refused: readonly Sifted<Code>[] } {
  const able: Benefit[] = [];
  const refused: Sifted<Code>[] = [];
  for (const benefitId of new Set(of.asked)) {
    const benefit = benefits.find((each) => each.benefitId === benefitId);
    if (benefit === undefined) {
      refused.push({ benefitId, code: 'not_found', message: notFound[of.language] });
      continue;
    }
    const code = decide(benefit);
    if (code === null) able.push(benefit);
    else refused.push({ benefitId, code, message: of.texts[code][of.language] });
  }
  return { able, refused };
}

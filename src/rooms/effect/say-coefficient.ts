import type { Words } from '../../platform/contract.ts';
import { inBoth, pValue } from './say.ts';

/** On what a coefficient works: added to a mean, or as a logarithm on odds or on a pace. */
export type Scale = 'mean' | 'odds' | 'pace';

/** One coefficient with its 95 % interval, on the scale of the model (odds and pace: their logarithm). */
export interface SaidCoefficient {
  readonly term: string;
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly p: number;
}

const INTERCEPT = '(Intercept)';

const RATIOS = {
  odds: { nl: 'vermenigvuldigt de odds met', en: 'multiplies the odds by' },
  pace: { nl: 'vermenigvuldigt het tempo met', en: 'multiplies the pace by' },
} as const;

/** Where a ratio is too large or too small for a number. */
const LOGARITHMS = {
  odds: { nl: 'verandert de log-odds met', en: 'changes the log odds by' },
  pace: { nl: 'verandert het logaritme van het tempo met', en: 'changes the logarithm of the pace by' },
} as const;

const LEVELS = {
  mean: { nl: 'Gemiddeld is de uitkomst', en: 'On average the outcome is' },
  odds: { nl: 'De odds op de uitkomst zijn', en: 'The odds of the outcome are' },
  pace: { nl: 'Het tempo is', en: 'The pace is' },
} as const;

/** Columns at whose zero the coefficient of a term holds: those that it is multiplied by, and itself where it is squared. */
function holdsWhereZero(term: string, terms: readonly string[]): string[] {
  const zero = terms
    .filter((other) => other !== term)
    .flatMap((other) => {
      const parts = other.split(':');
      if (parts.some((part) => part.startsWith(`${term}^`))) return [term];
      return parts.length > 1 && parts.includes(term) ? parts.filter((part) => part !== term) : [];
    });
  return [...new Set(zero)];
}

/** Estimate and limits as they are told, and by which verb. */
function told({ estimate, ciLow, ciHigh }: SaidCoefficient, scale: Scale): { figures: number[]; verb: Words } {
  const figures = [estimate, ciLow, ciHigh];
  if (scale === 'mean') return { figures, verb: { nl: 'gaat samen met', en: 'goes with' } };
  const ratios = figures.map(Math.exp);
  const whole = ratios.every((ratio) => Number.isFinite(ratio) && ratio > 0);
  return whole ? { figures: ratios, verb: RATIOS[scale] } : { figures, verb: LOGARITHMS[scale] };
}

/**
 * What a coefficient says: of which term, where it holds, on which scale, how sure.
 * @param terms all terms of the model: a term that occurs in a square or a product means less than it seems
 */
export function sayCoefficient(row: SaidCoefficient, terms: readonly string[], scale: Scale): Words {
  const { figures, verb } = told(row, scale);
  const [estimate = 0, low = 0, high = 0] = figures;
  if (row.term === INTERCEPT) {
    return inBoth(
      { estimate, low, high },
      {
        nl: (f) => `${LEVELS[scale].nl} ${f.estimate} (95%-interval ${f.low} tot ${f.high}).`,
        en: (f) => `${LEVELS[scale].en} ${f.estimate} (95 % interval ${f.low} to ${f.high}).`,
      },
    );
  }
  const zero = holdsWhereZero(row.term, terms);
  const level = row.term.includes('=');
  const who = {
    nl: level ? `${row.term} in plaats van de referentie` : `een eenheid meer ${row.term}`,
    en: level ? `${row.term} rather than the reference` : `one unit more of ${row.term}`,
  };
  const where = {
    nl: zero.length === 0 ? '' : `waar ${zero.join(' en ')} nul ${zero.length === 1 ? 'is' : 'zijn'}: `,
    en: zero.length === 0 ? '' : `where ${zero.join(' and ')} ${zero.length === 1 ? 'is' : 'are'} zero: `,
  };
  return inBoth(
    { estimate, low, high },
    {
      nl: (f) =>
        capital(
          `${where.nl}${who.nl}, bij gelijke andere kolommen, ${verb.nl} ${f.estimate} (95%-interval ${f.low} tot ${f.high}, ${pValue(row.p).nl}).`,
        ),
      en: (f) =>
        capital(
          `${where.en}${who.en}, other columns equal, ${verb.en} ${f.estimate} (95 % interval ${f.low} to ${f.high}, ${pValue(row.p).en}).`,
        ),
    },
  );
}

/** A sentence begins with a capital, a name of a column stays as it is. */
function capital(text: string): string {
  return /^(waar|where|een|one) /.test(text) ? text[0]?.toUpperCase() + text.slice(1) : text;
}

/** The sentence of a table of coefficients: about the term that is first after the intercept. */
export function sayCoefficients(coefficients: readonly SaidCoefficient[], scale: Scale, term?: string): Words {
  const row =
    coefficients.find((each) => each.term === term) ??
    coefficients.find((each) => each.term !== INTERCEPT) ??
    coefficients[0];
  if (!row) return { nl: 'Geen coëfficiënten.', en: 'No coefficients.' };
  return sayCoefficient(
    row,
    coefficients.map((each) => each.term),
    scale,
  );
}

import type { Words } from '../../platform/contract.ts';

/** A figure for a sentence: four digits, in the notation of each language. */
export function figure(value: number): Words {
  const digits = Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(4)));
  return { nl: digits.replace('.', ','), en: digits };
}

/** A p-value for a sentence. */
export function pValue(p: number): Words {
  if (p < 0.0001) return { nl: 'p < 0,0001', en: 'p < 0.0001' };
  const text = p.toFixed(4);
  return { nl: `p = ${text.replace('.', ',')}`, en: `p = ${text}` };
}

/** A number with what it counts: one row, two rows. */
export function counted(n: number, one: Words, many: Words): Words {
  const word = n === 1 ? one : many;
  return { nl: `${n} ${word.nl}`, en: `${n} ${word.en}` };
}

/** Rows of a table, counted. */
export function countedRows(n: number): Words {
  return counted(n, { nl: 'rij', en: 'row' }, { nl: 'rijen', en: 'rows' });
}

/** Makes one sentence in both languages from the same figures. */
export function inBoth(
  figures: Readonly<Record<string, number>>,
  write: { nl: (f: Record<string, string>) => string; en: (f: Record<string, string>) => string },
): Words {
  const of = (language: 'nl' | 'en') =>
    Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, figure(value)[language]]));
  return { nl: write.nl(of('nl')), en: write.en(of('en')) };
}

/** What an estimated effect says (`p` absent where there is no test): size, uncertainty, and whether the data tell it from nothing. */
export function sayEffect(
  what: Words,
  { estimate, ciLow, ciHigh, p }: { estimate: number; ciLow: number; ciHigh: number; p?: number | undefined },
): Words {
  const clear = ciLow > 0 || ciHigh < 0;
  const test = (language: 'nl' | 'en') => (p === undefined ? '' : `, ${pValue(p)[language]}`);
  return inBoth(
    { estimate, ciLow, ciHigh },
    {
      nl: (f) =>
        `${what.nl}: ${f.estimate} (95%-interval ${f.ciLow} tot ${f.ciHigh}${test('nl')}); ${
          clear ? 'nul ligt buiten het interval' : 'het interval bevat nul: geen verschil is er niet mee uitgesloten'
        }.`,
      en: (f) =>
        `${what.en}: ${f.estimate} (95 % interval ${f.ciLow} to ${f.ciHigh}${test('en')}); ${
          clear ? 'zero lies outside the interval' : 'the interval holds zero: no difference is not ruled out'
        }.`,
    },
  );
}

/** What a difference between arms is called. */
export const DIFFERENCE = {
  nl: 'Verschil tussen behandeld en niet behandeld',
  en: 'Difference between treated and not treated',
};

/** What a test says. */
export function sayTest(what: Words, p: number): Words {
  const clear = p < 0.05;
  return {
    nl: `${what.nl}: ${pValue(p).nl}; ${clear ? 'bij toeval alleen zou dit zelden zo uitvallen' : 'toeval alleen kan dit verklaren'}.`,
    en: `${what.en}: ${pValue(p).en}; ${clear ? 'chance alone would seldom give this' : 'chance alone can explain this'}.`,
  };
}

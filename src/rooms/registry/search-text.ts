/** What somebody typed into the search field, read as what it most likely is. */
export type SearchText =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'bsn'; readonly bsn: string }
  | { readonly by: 'birthDate'; readonly date: string }
  | { readonly by: 'name'; readonly words: readonly string[] };

/**
 * A date in either order is a birth date, nine digits are a BSN (dots and spaces allowed), something with digits is an
 * id, the rest is a name of at most two words that count.
 */
export function readSearchText(text: string): SearchText {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return { by: 'birthDate', date: dateOf(iso[1], iso[2], iso[3]) };
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(trimmed);
  if (dutch) return { by: 'birthDate', date: dateOf(dutch[3], dutch[2], dutch[1]) };
  const digits = trimmed.replaceAll(/[ .]/g, '');
  if (/^\d{9}$/.test(digits)) return { by: 'bsn', bsn: digits };
  if (/\d/.test(trimmed)) return { by: 'id', id: trimmed };
  const words = trimmed.split(/[\s,]+/).filter((word) => word.length > 1);
  return { by: 'name', words: [words[0] ?? trimmed, ...words.slice(-1)].slice(0, words.length > 1 ? 2 : 1) };
}

function dateOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

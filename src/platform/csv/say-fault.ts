import type { Words } from '../contract.ts';
import type { CsvFault, UnclearNumber } from './read-csv.ts';

/** Why the bytes of a file are no text. */
export interface TextFault {
  readonly fault: 'gzip' | 'encoding';
}

const FAULTS: Record<CsvFault['fault'] | TextFault['fault'], Words> = {
  no_header: { nl: 'heeft geen kop', en: 'has no header' },
  double_column: { nl: 'noemt een kolom tweemaal', en: 'names a column twice' },
  cells: { nl: 'heeft een ander aantal cellen dan de kop', en: 'has another number of cells than the header' },
  open_quote: { nl: 'opent een aanhalingsteken dat niet sluit', en: 'opens a quote that is never closed' },
  gzip: { nl: 'is gzip dat niet uit te pakken is', en: 'is gzip that cannot be unpacked' },
  encoding: { nl: 'is geen UTF-8', en: 'is not UTF-8' },
};

/** What is wrong with a file: `line 3 has another number of cells than the header`. */
export function sayFileFault(fault: CsvFault | TextFault | UnclearNumber, language: keyof Words): string {
  if (fault.fault === 'thousands') return sayUnclear(fault)[language];
  const what = FAULTS[fault.fault][language];
  if (!('line' in fault)) return what;
  const column = fault.column === undefined ? '' : ` (${fault.column})`;
  return `${language === 'nl' ? 'regel' : 'line'} ${fault.line} ${what}${column}`;
}

function sayUnclear({ line, column, cell }: UnclearNumber): Words {
  const without = cell.replaceAll(/[.,]/g, '');
  return {
    nl: `regel ${line}: ${cell} (${column}) kan een duizendtal zijn of een decimaal; schrijf ${without}, of met meer of minder decimalen`,
    en: `line ${line}: ${cell} (${column}) may be thousands or a decimal; write ${without}, or with more or fewer decimals`,
  };
}

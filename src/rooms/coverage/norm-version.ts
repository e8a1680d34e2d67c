import { type Norm, norm } from './norm.ts';

/** A norm in force for a period, with the number by which figures name it. */
export interface NormVersion {
  readonly norm: Norm;
  readonly version: number;
  readonly validFrom: string;
  /** Last day in force; null while no end is known. */
  readonly validTo: string | null;
  /** Who entered it; null for the preset. */
  readonly enteredBy: string | null;
}

interface VersionRow {
  readonly version: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly definition: unknown;
  readonly entered_by: string | null;
}

const schemeOrder = ['WIA_WGA', 'WAJONG', 'WW', 'WIA_IVA'];

export function readNormVersion(row: VersionRow): NormVersion {
  return {
    norm: norm.parse(row.definition),
    version: row.version,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    enteredBy: row.entered_by,
  };
}

/** The version of each norm that makes the figures at a date. */
export function listNormsValidAt(versions: readonly NormVersion[], at: string): readonly NormVersion[] {
  return sortNorms(versions.filter((v) => v.validFrom <= at && (v.validTo === null || v.validTo >= at)));
}

/**
 * In the order of the agreements: by scheme, musts before advice, what a client meets first before what comes later, a
 * reading behind what it reads, versions in order.
 */
export function sortNorms(versions: readonly NormVersion[]): readonly NormVersion[] {
  return versions.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

function place({ norm: n, validFrom }: NormVersion): string {
  const read = n.readingOf ?? n.id;
  const scheme = schemeOrder.indexOf(n.population.scheme);
  const first = String(firstTermInDays(n)).padStart(6, '0');
  return [scheme, n.weight === 'must' ? 0 : 1, first, read, n.readingOf === null ? 0 : 1, n.id, validFrom].join('|');
}

/** Only to compare terms: a month counts as 31 days. */
function firstTermInDays({ obligations: o }: Norm): number {
  const term = 'once' in o ? o.once : o.first;
  return 'days' in term ? term.days : 31 * term.months;
}

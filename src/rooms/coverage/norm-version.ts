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

/** Readings stand behind the norm they read; musts come before advice, then by scheme as people name them. */
const presetOrder = ['WIA_WGA', 'WAJONG', 'WW', 'WIA_IVA'];

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
  return versions
    .filter((v) => v.validFrom <= at && (v.validTo === null || v.validTo >= at))
    .toSorted((a, b) => place(a).localeCompare(place(b), 'en'));
}

function place({ norm: n }: NormVersion): string {
  const read = n.readingOf ?? n.id;
  return [
    presetOrder.indexOf(n.population.scheme),
    n.weight === 'must' ? 0 : 1,
    read,
    n.readingOf === null ? 0 : 1,
    n.id,
  ].join('|');
}

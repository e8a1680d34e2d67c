import type { NormShown } from '../../index.ts';

/** One norm with all its versions, oldest first. */
export interface NormWithVersions {
  readonly id: string;
  /** The version in force on the reference date; else the latest. */
  readonly shown: NormShown;
  readonly versions: readonly NormShown[];
}

/** Versions of one norm together, in the order in which the norms came. */
export function groupNorms(norms: readonly NormShown[]): readonly NormWithVersions[] {
  return [...new Set(norms.map((norm) => norm.id))].flatMap((id) => {
    const versions = norms.filter((norm) => norm.id === id).toSorted((a, b) => a.version - b.version);
    const shown = versions.find((norm) => norm.inForce) ?? versions.at(-1);
    return shown === undefined ? [] : [{ id, shown, versions }];
  });
}

/** Whether a version was in force before, is now, or is still to come. */
export function standingOf(norm: NormShown, at: string): 'inForce' | 'ended' | 'coming' {
  if (norm.inForce) return 'inForce';
  return norm.validFrom > at ? 'coming' : 'ended';
}

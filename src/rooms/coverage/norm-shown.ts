import { computeNormKind } from './norm.ts';
import { computeNormSentences } from './norm-sentence.ts';
import type { NormVersion } from './norm-version.ts';
import type { NormShown } from './shapes.ts';

/** A norm version as the screens show it. */
export function showNorm(of: NormVersion, at: string): NormShown {
  const { norm } = of;
  return {
    id: norm.id,
    version: of.version,
    validFrom: of.validFrom,
    validTo: of.validTo,
    inForce: of.validFrom <= at && (of.validTo === null || of.validTo >= at),
    readingOf: norm.readingOf,
    weight: norm.weight,
    kind: computeNormKind(norm),
    scheme: norm.population.scheme,
    title: norm.title,
    source: norm.source,
    targets: norm.targets,
    sentences: computeNormSentences(norm),
    enteredBy: of.enteredBy,
    definition: norm as NormShown['definition'],
  };
}

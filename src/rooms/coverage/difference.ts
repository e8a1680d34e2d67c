import type { Measure } from './figure-measures.ts';
import { computePart, type Member, type Part } from './member.ts';

/** One benefit whose part in a figure changed between two states of knowledge. */
export interface Changed {
  readonly benefitId: string;
  readonly clientKey: number;
  readonly officeKey: number;
  readonly before: Part;
  readonly after: Part;
}

const nothing: Part = { numerator: 0, denominator: 0 };

export interface Difference {
  readonly before: Part;
  readonly after: Part;
  readonly changed: readonly Changed[];
}

/** The figure as known then and later, and every benefit whose part changed, by benefit id. */
export function computeDifference(measure: Measure, earlier: readonly Member[], later: readonly Member[]): Difference {
  const then = new Map(earlier.map((of) => [of.benefitId, of]));
  const now = new Map(later.map((of) => [of.benefitId, of]));
  const part = (of: Member | undefined) => (of === undefined ? nothing : computePart(measure, of));
  const changed = [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((benefitId) => {
    const [was, is] = [then.get(benefitId), now.get(benefitId)];
    const [before, after] = [part(was), part(is)];
    const of = is ?? was;
    if (of === undefined) return [];
    if (before.numerator === after.numerator && before.denominator === after.denominator) return [];
    return [{ benefitId, clientKey: of.clientKey, officeKey: of.officeKey, before, after }];
  });
  return { before: sum(earlier.map(part)), after: sum(later.map(part)), changed };
}

function sum(parts: readonly Part[]): Part {
  return parts.reduce(
    (total, of) => ({
      numerator: total.numerator + of.numerator,
      denominator: total.denominator + of.denominator,
    }),
    nothing,
  );
}

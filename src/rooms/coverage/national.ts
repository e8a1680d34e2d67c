import { hidePlaces } from '../organisation/index.ts';
import { computeTooSmallFigures } from './national-sums.ts';
import type { NormVersion } from './norm-version.ts';
import type { ShownFigures } from './shapes.ts';
import type { UnitReader } from './unit-figures.ts';

const nation = { level: 'nation', id: '', name: '' } as const;

/** Who asks: `officeIds` are the offices of which true counts are seen, null for a reach over the nation. */
export interface Reader {
  readonly norms: readonly NormVersion[];
  readonly officeIds: readonly string[] | null;
}

/** The figures of the nation as this reader may see them. */
export function computeShownNation(read: UnitReader, { norms, officeIds }: Reader): ShownFigures {
  const figures = read.of(nation);
  if (officeIds === null) return figures;
  const hidden = computeTooSmallFigures(
    figures,
    read.ofOffices(officeIds),
    norms.map(({ norm }) => norm),
  );
  return hidePlaces(figures, hidden) as ShownFigures;
}

import type { UnitFigures } from '../../index.ts';

/** Unit of a list: the same three levels as the figures. */
export type UnitOf = Pick<UnitFigures, 'level' | 'id'>;

/** Part of a figure in an address; `late`, `missing` and `soon` join states whose counts are added on the screen. */
export interface ListAsked {
  readonly figure: string;
  readonly part: string;
  readonly unit: UnitOf;
  /** Dates of the page, where the address names them. */
  readonly at?: string | null | undefined;
  readonly known?: string | null | undefined;
}

/** The address of the list of benefits behind a number. */
export function benefitsHref({ figure, part, unit, at, known }: ListAsked): string {
  const query = new URLSearchParams({ figure, part });
  if (unit.level !== 'nation') {
    query.set('level', unit.level);
    query.set('unit', unit.id);
  }
  if (at) query.set('at', at);
  if (known) query.set('known', known);
  return `/coverage/benefits?${query.toString()}`;
}

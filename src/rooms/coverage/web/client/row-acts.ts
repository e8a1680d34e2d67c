import type { Standing } from './contact-chain.ts';

/** What one can do with a row of the table of contacts. */
export const rowActs = ['report', 'move', 'correct', 'withdraw'] as const;
export type RowAct = (typeof rowActs)[number];

/** What a role may do with a row that holds; a row that lapsed stays as it is. */
export function mayAct(
  act: RowAct,
  standing: Standing,
  may: { readonly canReport: boolean; readonly mayWrite: boolean; readonly isPast: boolean },
): boolean {
  switch (act) {
    case 'report':
      return may.canReport && standing === 'planned' && may.isPast;
    case 'move':
      return may.mayWrite && standing === 'planned';
    case 'correct':
      return may.mayWrite && standing === 'holds';
    case 'withdraw':
      return may.mayWrite && (standing === 'planned' || standing === 'holds');
  }
}

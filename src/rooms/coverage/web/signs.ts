import type { Locale } from '../../../platform/web/words.tsx';
import type { Fill, Look, Sign } from '../../../ui/marks/look.ts';
import type { NormState } from '../index.ts';

/** Groups of states as the key of a closure bar names them: not in view, in view, not for a reason. */
export const stateGroups = ['missing', 'view', 'reason'] as const;
export type StateGroup = (typeof stateGroups)[number];

interface StateSign extends Look {
  readonly nl: string;
  readonly en: string;
  /** How its segment of a bar is filled. */
  readonly fill: Fill;
  readonly group: StateGroup;
}

/** The one table of states: word, shape, colour, fill; in the order of a closure bar, what is missing first. */
export const stateSigns: Readonly<Record<NormState, StateSign>> = {
  overdue: {
    nl: 'te laat',
    en: 'overdue',
    shape: 'triangle',
    colour: 'brick',
    fill: 'solid',
    group: 'missing',
  },
  overdue_planned: {
    nl: 'te laat, gepland',
    en: 'overdue, planned',
    shape: 'triangle-outlined',
    colour: 'brick',
    fill: 'hatched',
    group: 'missing',
  },
  not_enrolled: {
    nl: 'niet opgenomen',
    en: 'not enrolled',
    shape: 'square',
    colour: 'violet',
    fill: 'solid',
    group: 'missing',
  },
  due: { nl: 'binnenkort', en: 'due soon', shape: 'diamond', colour: 'amber', fill: 'solid', group: 'view' },
  due_planned: {
    nl: 'binnenkort, gepland',
    en: 'due soon, planned',
    shape: 'diamond-outlined',
    colour: 'amber',
    fill: 'hatched',
    group: 'view',
  },
  in_view: { nl: 'in beeld', en: 'in view', shape: 'circle', colour: 'moss', fill: 'tinted', group: 'view' },
  met: { nl: 'gedaan', en: 'done', shape: 'tick', colour: 'moss', fill: 'underlined', group: 'view' },
  declined: {
    nl: 'ziet af',
    en: 'declined',
    shape: 'circle-dash',
    colour: 'slate',
    fill: 'tinted',
    group: 'reason',
  },
  unreachable: {
    nl: 'niet bereikbaar',
    en: 'unreachable',
    shape: 'circle-slash',
    colour: 'slate',
    fill: 'hatched-fine',
    group: 'reason',
  },
  not_offered: {
    nl: 'niet aangeboden (onderzoek)',
    en: 'not offered (study)',
    shape: 'square-dashed',
    colour: 'slate',
    fill: 'dashed',
    group: 'reason',
  },
};

/** A state as word, shape and colour in the language of the screen. */
export function signOf(state: NormState, locale: Locale): Sign {
  const { shape, colour, [locale]: word } = stateSigns[state];
  return { word, shape, colour };
}

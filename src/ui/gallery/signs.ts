import type { Fill, Sign } from '../marks/look.ts';

/** Invented states, as a room would hand them over. */
export const signs = {
  overdue: { word: 'te laat', shape: 'triangle', colour: 'brick' },
  overduePlanned: { word: 'te laat, gepland', shape: 'triangle-outlined', colour: 'brick' },
  notEnrolled: { word: 'niet opgenomen', shape: 'square', colour: 'violet' },
  due: { word: 'binnenkort', shape: 'diamond', colour: 'amber' },
  duePlanned: { word: 'binnenkort, gepland', shape: 'diamond-outlined', colour: 'amber' },
  inView: { word: 'in beeld', shape: 'circle', colour: 'moss' },
  met: { word: 'gedaan', shape: 'tick', colour: 'moss' },
  declined: { word: 'ziet af', shape: 'circle-dash', colour: 'slate' },
  unreachable: { word: 'niet bereikbaar', shape: 'circle-slash', colour: 'slate' },
  notOffered: { word: 'niet aangeboden (onderzoek)', shape: 'square-dashed', colour: 'slate' },
} as const satisfies Readonly<Record<string, Sign>>;

export type SignId = keyof typeof signs;

export const fills: Readonly<Record<SignId, Fill>> = {
  overdue: 'solid',
  overduePlanned: 'hatched',
  notEnrolled: 'solid',
  due: 'solid',
  duePlanned: 'hatched',
  inView: 'tinted',
  met: 'underlined',
  declined: 'tinted',
  unreachable: 'hatched-fine',
  notOffered: 'dashed',
};

export const meanings: Readonly<Record<SignId, string>> = {
  overdue: 'De uiterste datum is voorbij en er is niets gepland.',
  overduePlanned: 'De uiterste datum is voorbij; er staat een gesprek.',
  notEnrolled: 'Heeft recht op dienstverlening en is niet opgenomen.',
  due: 'De uiterste datum valt binnen 4 weken.',
  duePlanned: 'Binnen 4 weken; er staat een gesprek.',
  inView: 'De uiterste datum is later dan 4 weken.',
  met: 'Wat één keer moet, is gebeurd.',
  declined: 'Klant ziet af; reden en herbeoordeling staan vast.',
  unreachable: 'Pogingen en herbeoordeling staan vast.',
  notOffered: 'Wacht door loting in een onderzoek.',
};

const groupOf: Readonly<Record<SignId, string>> = {
  overdue: 'missing',
  overduePlanned: 'missing',
  notEnrolled: 'missing',
  due: 'view',
  duePlanned: 'view',
  inView: 'view',
  met: 'view',
  declined: 'reason',
  unreachable: 'reason',
  notOffered: 'reason',
};

export const groups = [
  { id: 'missing', word: 'Niet in beeld' },
  { id: 'view', word: 'In beeld' },
  { id: 'reason', word: 'Met reden niet' },
];

/** Segments of an invented population, in the fixed order of the states. */
export function segmentsOf(values: Readonly<Partial<Record<SignId, number>>>) {
  return (Object.keys(signs) as SignId[]).map((id) => ({
    ...signs[id],
    id,
    fill: fills[id],
    group: groupOf[id],
    value: values[id] ?? 0,
    href: `#${id}`,
  }));
}

import { makeWords } from '../../../platform/web/words.tsx';
import { formatDate } from '../../../ui/format.ts';
import type { NextDues } from './after-contact.ts';

const useWords = makeWords({
  nl: {
    'must.conversation': 'Volgend gesprek uiterlijk {date}.',
    'must.contact': 'Volgend contact uiterlijk {date}.',
    'must.invited': 'Volgende uitnodiging uiterlijk {date}.',
    'advised.conversation': 'Advies: een gesprek uiterlijk {date}.',
    'advised.contact': 'Advies: een contact uiterlijk {date}.',
    'advised.invited': 'Advies: een uitnodiging uiterlijk {date}.',
  },
  en: {
    'must.conversation': 'Next conversation by {date}.',
    'must.contact': 'Next contact by {date}.',
    'must.invited': 'Next invitation by {date}.',
    'advised.conversation': 'Advice: a conversation by {date}.',
    'advised.contact': 'Advice: a contact by {date}.',
    'advised.invited': 'Advice: an invitation by {date}.',
  },
});

/** By when the next one must be once this contact counts, and by when advice has it. */
export function NextDueWords({
  dues,
  within = false,
}: {
  readonly dues: NextDues;
  /** It goes on after a colon. */
  readonly within?: boolean | undefined;
}) {
  const { say, locale } = useWords();
  const weights = (['must', 'advised'] as const).flatMap((weight) => {
    const due = dues[weight];
    return due === null ? [] : [say(`${weight}.${due.counts}`, { date: formatDate(due.by, locale) })];
  });
  const text = weights.join(' ');
  return within ? text.charAt(0).toLocaleLowerCase() + text.slice(1) : text;
}

import { useRead } from '../../../../platform/web/query.ts';
import { formatDate, formatTime } from '../../../../ui/format.ts';
import { type Kind, listContacts } from '../../index.ts';
import type { ContactSheetProps } from './sheet-props.ts';
import { useContactWords } from './words.ts';

/** Why now, what was planned, and what was said the last time: what one needs to fill in the form. */
export function SheetContext(props: Pick<ContactSheetProps, 'about' | 'client' | 'why'>) {
  const { say, locale } = useContactWords();
  const { about, client } = props;
  const rows = useRead(listContacts, { clientId: client.clientId });
  const last = rows.data?.contacts
    .filter((row) => row.valid && row.outcome === 'held' && row.isConversation && row.contactId !== about?.contactId)
    .toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))[0];
  return (
    <>
      {props.why ? (
        <p>
          <strong>{say('whyNow')}</strong> {props.why}
        </p>
      ) : null}
      {about ? (
        <p>
          <strong>{say(about.outcome === 'planned' ? 'planned' : 'row')}</strong>{' '}
          {[
            formatDate(about.date, locale),
            formatTime(about.time, locale),
            say(`kind.${about.kind as Kind}`).toLocaleLowerCase(),
            say(`channel.${about.channel as 'office'}`).toLocaleLowerCase(),
          ].join(', ')}
        </p>
      ) : null}
      {last ? (
        <p>
          <strong>{say('lastTime')}</strong> ({formatDate(last.date, locale)},{' '}
          {say(`channel.${last.channel}`).toLocaleLowerCase()}): {last.report ?? say('noReport')}
        </p>
      ) : null}
    </>
  );
}

import { makeWords } from '../../../platform/web/words.tsx';
import { localMomentOf } from '../../../time/local-moment.ts';
import { formatTime } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notices/notice.tsx';

const useWords = makeWords({
  nl: {
    title: 'Intussen gewijzigd',
    line: '{by} {what}, {time}.',
    kept: 'Niets is overschreven: beide staan in het dossier.',
    'contacts.plan': 'plande een afspraak',
    'contacts.report': 'legde een gesprek vast',
    'contacts.move': 'verzette een afspraak',
    'contacts.correct': 'corrigeerde een gesprek',
    'contacts.withdraw': 'trok een contact in',
    'contacts.undo': 'maakte een vastlegging ongedaan',
    'registry.enrol': 'nam de klant op in de dienstverlening',
    'registry.end-enrolment': 'beëindigde de dienstverlening',
    'registry.assign': 'wees een adviseur toe',
    'registry.record-capacity': 'legde het arbeidsvermogen vast',
    'registry.record-profile': 'legde een klantprofiel vast',
    'registry.undo': 'maakte een vastlegging ongedaan',
    other: 'wijzigde iets',
  },
  en: {
    title: 'Changed meanwhile',
    line: '{by} {what}, {time}.',
    kept: 'Nothing was overwritten: both stand in the dossier.',
    'contacts.plan': 'planned an appointment',
    'contacts.report': 'registered a conversation',
    'contacts.move': 'moved an appointment',
    'contacts.correct': 'corrected a conversation',
    'contacts.withdraw': 'withdrew a contact',
    'contacts.undo': 'undid an entry',
    'registry.enrol': 'took the client into service',
    'registry.end-enrolment': 'ended the service',
    'registry.assign': 'assigned an adviser',
    'registry.record-capacity': 'recorded the work capacity',
    'registry.record-profile': 'recorded a client profile',
    'registry.undo': 'undid an entry',
    other: 'changed something',
  },
});

const known = [
  'contacts.plan',
  'contacts.report',
  'contacts.move',
  'contacts.correct',
  'contacts.withdraw',
  'contacts.undo',
  'registry.enrol',
  'registry.end-enrolment',
  'registry.assign',
  'registry.record-capacity',
  'registry.record-profile',
  'registry.undo',
] as const;

export interface Act {
  readonly action: string;
  readonly by: string;
  readonly at: string;
}

/** What others did with the client while the form was open; nothing when nobody did. */
export function MeanwhileNotice(props: { readonly acts: readonly Act[] }) {
  const { say, locale } = useWords();
  if (props.acts.length === 0) return null;
  return (
    <Notice kind="warning" title={say('title')}>
      {props.acts.map((act) => (
        <p key={`${act.at} ${act.action}`}>
          {say('line', {
            by: act.by,
            what: say(known.find((name) => name === act.action) ?? 'other'),
            time: formatTime(localMomentOf(act.at).time, locale),
          })}
        </p>
      ))}
      <p>{say('kept')}</p>
    </Notice>
  );
}

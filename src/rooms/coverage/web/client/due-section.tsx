import type { OutputOf } from '../../../../platform/contract.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { formatDate, formatTime } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { type DueItem, DueList } from '../../../../ui/lists/reason-line.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState } from '../../../../ui/notices/states.tsx';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { type Dossier, splitBenefits, splitSpells } from '../../../registry/web/dossier/dossier.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import type { showClientState } from '../../index.ts';
import { signOf } from '../signs.ts';
import { type ContactRow, findLapsed } from './contact-chain.ts';
import { useClientWords } from './words.ts';

export type ClientState = OutputOf<typeof showClientState>;

export interface DueSectionProps {
  readonly state: ClientState;
  readonly dossier: Dossier;
  readonly contacts: readonly ContactRow[];
  readonly today: string;
  readonly canReport: boolean;
  readonly canPlan: boolean;
  readonly onReport: (row: ContactRow) => void;
  readonly onMove: (row: ContactRow) => void;
}

/** What is due of one client and why; what is planned, what is still to register, and what lapsed. */
export function DueSection(props: DueSectionProps) {
  const { say, locale } = useClientWords();
  const contact = useContactWords();
  const items = useItems(props);
  const { state, contacts, today } = props;
  const planned = contacts.filter((row) => row.valid && row.outcome === 'planned');
  const lapsed = findLapsed(contacts, state.lastConversation?.onDate ?? null)[0];
  const words = (row: ContactRow) => ({
    kind: contact.say(`kind.${row.kind}`).toLocaleLowerCase(),
    date: formatDate(row.date, locale),
    time: formatTime(row.time, locale),
    channel: contact.say(`channel.${row.channel}`).toLocaleLowerCase(),
  });
  return (
    <Section title={say('due')}>
      {items.length > 0 ? (
        <DueList items={items} />
      ) : (
        <EmptyState title={say('nothingDue')}>{say('nothingDueText')}</EmptyState>
      )}
      {state.elsewhere ? (
        <p className="coverage-after-due">{say('elsewhere', { date: formatDate(state.elsewhere.dueDate, locale) })}</p>
      ) : null}
      {planned.map((row) => (
        <p className="coverage-after-due" key={row.contactId}>
          {say(row.date < today ? 'toRegister' : 'planned', words(row))}{' '}
          {props.canReport && row.date <= today ? (
            <>
              <ActionButton
                kind="plain"
                label={say('registerOf', { date: formatDate(row.date, locale) })}
                onClick={() => props.onReport(row)}
              >
                {say('registerThis')}
              </ActionButton>{' '}
            </>
          ) : null}
          {props.canPlan ? (
            <ActionButton
              kind="plain"
              label={say('moveOf', { date: formatDate(row.date, locale) })}
              onClick={() => props.onMove(row)}
            >
              {say('move')}
            </ActionButton>
          ) : null}
        </p>
      ))}
      {lapsed ? (
        <p className="coverage-after-due">
          {say(lapsed.by.outcome === 'void' ? 'lapsedVoid' : 'lapsed', {
            date: formatDate(lapsed.row.date, locale),
            on: formatDate(lapsed.by.registeredAt.slice(0, 10), locale),
            outcome: contact.say(`outcome.${lapsed.by.outcome as 'held'}`),
          })}
        </p>
      ) : null}
    </Section>
  );
}

function useItems({ state, dossier, today }: DueSectionProps): readonly DueItem[] {
  const { say, locale } = useClientWords();
  const { label } = useSchemeWords();
  const me = useMe();
  const seesNorms = me.pages.includes('norms');
  const profile = dossier.profiles
    .filter((of) => of.validUntil !== null)
    .toSorted((a, b) => ((a.validUntil ?? '') < (b.validUntil ?? '') ? 1 : -1))[0];
  const until = profile?.validUntil ?? null;
  const obligations = state.obligations.map((of): DueItem => {
    const version = say('norm', { version: of.normVersion });
    const text = `${label(of.scheme)}. ${version}`;
    return {
      id: `${of.normId} ${of.benefitId} ${of.dueDate}`,
      sign: signOf(of.state, locale),
      reason: (
        <>
          {of.sentence[locale]} {of.weight === 'advised' ? <span className="ui-quiet">{say('advice')}</span> : null}
        </>
      ),
      link: seesNorms ? (
        <TextLink href={`/norms#${of.normId}`}>{text}</TextLink>
      ) : (
        <span className="ui-quiet">{label(of.scheme)}</span>
      ),
    };
  });
  const reviews = splitBenefits(dossier.benefits, today).open.flatMap(({ benefitId, scheme }): DueItem[] => {
    const { current, earlier } = splitSpells(dossier.enrolments, { benefitId, today });
    const last = earlier[0];
    const state = (['declined', 'unreachable'] as const).find((of) => of === last?.endReason);
    if (current !== null || state === undefined || !last?.reviewDate) return [];
    const isPast = last.reviewDate < today ? 'yes' : 'no';
    return [
      {
        id: `review ${benefitId}`,
        sign: signOf(state, locale),
        reason: say('review', { date: formatDate(last.reviewDate, locale), isPast }),
        link: <span className="ui-quiet">{label(scheme)}</span>,
      },
    ];
  });
  if (until === null) return [...obligations, ...reviews];
  const isValid = until >= today;
  return [
    ...obligations,
    ...reviews,
    {
      id: 'profile',
      sign: {
        word: say(isValid ? 'valid' : 'expired'),
        shape: isValid ? 'circle' : 'circle-outlined',
        colour: isValid ? 'moss' : 'slate',
      },
      reason: say(isValid ? 'profileUntil' : 'profilePast', { date: formatDate(until, locale) }),
    },
  ];
}

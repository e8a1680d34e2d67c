import type { OutputOf } from '../../../../platform/contract.ts';
import { useRead } from '../../../../platform/web/query.ts';
import { localMomentOf } from '../../../../time/local-moment.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { formatDate, formatTime } from '../../../../ui/format.ts';
import { Section } from '../../../../ui/frame/section.tsx';
import { type DueItem, DueList } from '../../../../ui/lists/reason-line.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { EmptyState } from '../../../../ui/notices/states.tsx';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import {
  type Dossier,
  findLatestProfile,
  isProfileValid,
  splitBenefits,
  splitSpells,
} from '../../../registry/web/dossier/dossier.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { listNorms, type showClientState } from '../../index.ts';
import { NormFacts } from '../norms/norm-facts.tsx';
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
  const planned = contacts
    .filter((row) => row.valid && row.outcome === 'planned')
    .toSorted((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1));
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
          {props.canReport ? (
            <>
              <ActionButton
                kind="plain"
                label={say(row.date > today ? 'callOffOf' : 'registerOf', { date: formatDate(row.date, locale) })}
                onClick={() => props.onReport(row)}
              >
                {say(row.date > today ? 'callOff' : 'registerThis')}
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
            on: formatDate(localMomentOf(lapsed.by.registeredAt).date, locale),
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
  const normOf = useNorms();
  const { open } = splitBenefits(dossier.benefits, today);
  const several = open.length > 1;
  const obligations = state.obligations.map(
    (of): DueItem => ({
      id: `${of.normId} ${of.benefitId} ${of.dueDate}`,
      sign: signOf(of.state, locale),
      reason: (
        <>
          {of.sentence[locale]} {of.weight === 'advised' ? <span className="ui-quiet">{say('advice')}</span> : null}
        </>
      ),
      ...normOf(of),
    }),
  );
  const scheme = (of: string) => <span className="ui-quiet">{label(of)}</span>;
  const reviews = open.flatMap((benefit): DueItem[] => {
    const { benefitId } = benefit;
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
        link: scheme(benefit.scheme),
      },
    ];
  });
  const profiles = open.flatMap(({ benefitId, scheme: of }): DueItem[] => {
    const profile = findLatestProfile(dossier.profiles, benefitId);
    if (profile === undefined) return [];
    const isValid = isProfileValid(profile, today);
    const words = {
      date: formatDate(profile.assessedOn, locale),
      until: profile.validUntil === null ? '' : formatDate(profile.validUntil, locale),
    };
    return [
      {
        id: `profile ${benefitId}`,
        sign: {
          word: say(isValid ? 'valid' : 'expired'),
          shape: isValid ? 'circle' : 'circle-outlined',
          colour: isValid ? 'moss' : 'slate',
        },
        reason: say(profile.validUntil === null ? 'profileNoEnd' : isValid ? 'profileUntil' : 'profilePast', words),
        ...(several ? { link: scheme(of) } : {}),
      },
    ];
  });
  return [...obligations, ...reviews, ...profiles];
}

/** The norm and version behind a line: a link for who has the page on norms, else its definition in place. */
function useNorms(): (of: { readonly normId: string; readonly normVersion: number }) => Pick<DueItem, 'link' | 'more'> {
  const { say, locale } = useClientWords();
  const me = useMe();
  const { data } = useRead(listNorms, {});
  return ({ normId, normVersion }) => {
    const norm = data?.norms.find((of) => of.id === normId && of.version === normVersion);
    if (norm === undefined) return {};
    const word = say('norm', { norm: norm.title[locale], version: normVersion });
    if (me.pages.includes('norms')) return { link: <TextLink href={`/norms#${normId}`}>{word}</TextLink> };
    return { more: { word, content: <NormFacts small norm={norm} /> } };
  };
}

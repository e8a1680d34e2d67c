import { useRead } from '../../../../platform/web/query.ts';
import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { Actions } from '../../../../ui/actions/action-link.tsx';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import { type Fact, Facts } from '../../../../ui/frame/section.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { LoadingBlock } from '../../../../ui/notices/states.tsx';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { showClient } from '../../../registry/index.ts';
import { findLatestProfile } from '../../../registry/web/dossier/dossier.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { trajectoryWord } from '../../../registry/web/dossier/trajectory-word.ts';
import type { WorklistLine } from '../../index.ts';
import { nameOf } from './client-list.tsx';
import { useTodayWords } from './words.ts';

interface GlanceProps {
  readonly line: WorklistLine;
  readonly today: string;
  readonly href: string;
  readonly canReport: boolean;
  readonly onReport: () => void;
  readonly onPlan: () => void;
}

const preferred = ['office', 'phone', 'video', 'letter', 'email'] as const;

/** The chosen client in a few facts: enough to pick up the phone. */
export function Glance(props: GlanceProps) {
  const { say } = useTodayWords();
  const { line } = props;
  const facts = useFacts(line, props.today);
  return (
    <>
      <h2 className="utrecht-heading-2">
        <TextLink href={props.href}>{nameOf(line)}</TextLink>
      </h2>
      {facts === null ? (
        <LoadingBlock lines={4} />
      ) : (
        <>
          <p className="ui-small ui-quiet">{facts.who}</p>
          <Facts small facts={facts.facts} />
        </>
      )}
      <Actions>
        {props.canReport ? (
          <ActionButton kind="first" slim onClick={props.onReport}>
            {say('register')}
          </ActionButton>
        ) : null}
        <ActionButton kind={props.canReport ? 'other' : 'first'} slim onClick={props.onPlan}>
          {say('planAppointment')}
        </ActionButton>
      </Actions>
    </>
  );
}

function useFacts(line: WorklistLine, today: string): { who: string; facts: readonly Fact[] } | null {
  const { say, locale } = useTodayWords();
  const contact = useContactWords();
  const schemes = useSchemeWords();
  const { data } = useRead(showClient, { clientId: line.clientId });
  if (data === undefined) return null;
  const date = (day: string) => formatDate(day, locale);
  const isOpen = (to: string | null) => to === null || to > today;
  const benefits = data.benefits.filter((of) => line.schemes.includes(of.scheme) && isOpen(of.endDate));
  const profile = findLatestProfile(data.profiles);
  const job = data.employments.find((of) => of.startDate <= today && isOpen(of.endDate));
  const trajectory = data.trajectories.toSorted((a, b) => (a.purchasedOn < b.purchasedOn ? 1 : -1))[0];
  const last = line.lastContact;
  const prefers = preferred.find((way) => way === data.preferredChannel);
  const fact = (term: string, detail: string | null | undefined): Fact[] => (detail ? [{ term, detail }] : []);
  return {
    who: [
      data.clientId,
      ...benefits.map((of) => say('since', { scheme: schemes.label(of.scheme), date: date(of.startDate) })),
    ].join(', '),
    facts: [
      ...fact(say('goal'), profile?.goal),
      ...fact(say('possibilities'), profile?.possibilities),
      ...fact(say('obstacles'), profile?.obstacles),
      ...fact(
        say('last'),
        last === null
          ? say('noneYet')
          : [
              date(last.onDate),
              contact.say(`channel.${last.channel as 'office'}`).toLocaleLowerCase(),
              ...(last.minutes === null ? [] : [say('minutes', { minutes: last.minutes })]),
            ].join(', '),
      ),
      ...fact(
        say('work'),
        job && say('hours', { hours: formatNumber(job.hoursPerWeek, locale), date: date(job.startDate) }),
      ),
      ...fact(
        say('trajectory'),
        trajectory &&
          (trajectory.endDate === null
            ? say('from', {
                kind: trajectoryWord(trajectory.kind, locale),
                date: date(trajectory.startDate ?? trajectory.purchasedOn),
              })
            : say('until', {
                kind: trajectoryWord(trajectory.kind, locale),
                date: date(lastDayBefore(trajectory.endDate)),
              })),
      ),
      ...fact(
        say('profile'),
        profile === undefined
          ? say('noProfile')
          : profile.validUntil === null
            ? say('assessedOn', { date: date(profile.assessedOn) })
            : say('validUntil', { date: date(profile.validUntil) }),
      ),
      ...fact(say('prefers'), prefers && say(`prefers.${prefers}`)),
    ],
  };
}

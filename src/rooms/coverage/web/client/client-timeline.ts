import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { localMomentOf } from '../../../../time/local-moment.ts';
import type {
  TimelineBar,
  TimelineDue,
  TimelineLane,
  TimelineMark,
  TimelineProps,
  TimelineRow,
} from '../../../../ui/charts/timeline-data.ts';
import { formatDate, formatNumber } from '../../../../ui/format.ts';
import type { useContactWords } from '../../../contacts/web/register/words.ts';
import { type Dossier, findLatestProfile, splitBenefits, splitSpells } from '../../../registry/web/dossier/dossier.ts';
import type { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { trajectoryWord } from '../../../registry/web/dossier/trajectory-word.ts';
import { openStates, type Reason } from '../../index.ts';
import { type ContactRow, heirOf, standingOf } from './contact-chain.ts';
import type { useClientWords } from './words.ts';

export interface TimelineFacts {
  readonly dossier: Dossier;
  readonly contacts: readonly ContactRow[];
  readonly obligations: readonly Reason[];
  readonly today: string;
}

export interface TimelineWords {
  readonly client: ReturnType<typeof useClientWords>;
  readonly contact: ReturnType<typeof useContactWords>;
  readonly schemes: ReturnType<typeof useSchemeWords>;
}

/** One client through time: bars per kind, contacts as marks, what is due, and all of it as rows of a table. */
export function makeTimeline(facts: TimelineFacts, words: TimelineWords): TimelineProps {
  const { say } = words.client;
  const lanes = makeLanes(facts, words);
  const marks = makeMarks(facts, words);
  const due = makeDues(facts, words);
  const looks = ['full', 'tinted', 'cross', 'struck', 'passed', 'ahead'] as const;
  const used = new Set<string>([...marks, ...due].map((item) => item.look));
  return {
    title: say('timelineOf', { name: facts.dossier.name }),
    description: describe(facts, words),
    today: facts.today,
    lanes,
    marks: { word: say('laneContact'), items: marks },
    due: { word: say('laneDue'), items: due },
    keys: looks.filter((look) => used.has(look)).map((look) => ({ look, word: say(`key.${look}`) })),
    rows: makeRows(facts, { lanes, due }, words),
  };
}

function describe(
  { dossier, contacts, obligations, today }: TimelineFacts,
  { client, schemes }: TimelineWords,
): string {
  const { say, locale } = client;
  const last = contacts
    .filter((row) => row.valid && row.outcome === 'held' && row.isConversation)
    .map((row) => row.date)
    .toSorted()
    .at(-1);
  return [
    ...dossier.benefits.map((of) =>
      say('descBenefit', { scheme: schemes.label(of.scheme), date: formatDate(of.startDate, locale) }),
    ),
    last === undefined ? say('descNever') : say('descLast', { date: formatDate(last, locale) }),
    say('descDue', { count: obligations.filter((of) => isOpen(of) && of.dueDate < today).length }),
  ].join(' ');
}

function makeLanes({ dossier, today }: TimelineFacts, { client, schemes }: TimelineWords): readonly TimelineLane[] {
  const { say, locale } = client;
  const benefits = dossier.benefits.toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1));
  const several = benefits.length > 1;
  const word = (lane: string, scheme: string) => (several ? `${lane} ${schemes.label(scheme)}` : lane);
  const bar = (id: string, [from, to]: readonly [string, string | null], text: string): TimelineBar => ({
    id,
    from,
    ...(to === null ? {} : { to }),
    word: text,
    look: 'filled',
  });
  const perBenefit = benefits.flatMap((benefit): TimelineLane[] => {
    const own = dossier.enrolments
      .filter((of) => of.benefitId === benefit.benefitId)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const service = own.flatMap((of, index): TimelineBar[] => {
      const gap = (['declined', 'unreachable'] as const).find((reason) => reason === of.endReason);
      const until = own[index + 1]?.from ?? benefit.endDate;
      const held = bar(`e${of.from}`, [of.from, of.to], say('enrolled'));
      return gap === undefined || of.to === null
        ? [held]
        : [held, { ...bar(`g${of.to}`, [of.to, until], say(`gap.${gap}`)), look: 'quiet' }];
    });
    const advisers = splitSpells(dossier.assignments, { benefitId: benefit.benefitId, today });
    const spells = [...(advisers.current ? [advisers.current] : []), ...advisers.earlier];
    return [
      {
        id: `b${benefit.benefitId}`,
        word: several ? schemes.label(benefit.scheme) : say('laneBenefit'),
        bars: [bar('b', [benefit.startDate, benefit.endDate], schemes.full(benefit))],
      },
      {
        id: `s${benefit.benefitId}`,
        word: several ? `${say('laneService')}` : word(say('laneService'), ''),
        bars: service,
      },
      {
        id: `a${benefit.benefitId}`,
        word: say('laneAdviser'),
        bars: spells.map((of) => ({ ...bar(of.from, [of.from, of.to], of.adviserName), look: 'outlined' as const })),
      },
    ];
  });
  const jobs = dossier.employments.map((of) => {
    const hours = formatNumber(of.hoursPerWeek, locale);
    const text = of.sector === null ? say('hours', { hours }) : say('hoursIn', { hours, sector: of.sector });
    return bar(of.employmentId, [of.startDate, of.endDate], text);
  });
  const trajectories = dossier.trajectories.map((of) =>
    bar(of.trajectoryId, [of.startDate ?? of.purchasedOn, of.endDate], trajectoryWord(of.kind, locale)),
  );
  return [
    ...perBenefit,
    { id: 'work', word: say('laneWork'), bars: jobs },
    { id: 'trajectory', word: say('laneTrajectory'), bars: trajectories },
  ].filter((lane) => lane.bars.length > 0);
}

function makeMarks({ contacts }: TimelineFacts, { client }: TimelineWords): readonly TimelineMark[] {
  const { say } = client;
  return contacts.flatMap((row): TimelineMark[] => {
    const standing = standingOf(row, contacts);
    const minutes = row.minutes === null ? undefined : say('min', { minutes: row.minutes });
    const mark = { id: row.contactId, on: row.date };
    switch (standing) {
      case 'holds':
        if (row.outcome !== 'held' || !row.isContact) return [{ ...mark, look: 'cross' }];
        return [{ ...mark, look: row.isConversation ? 'full' : 'tinted', word: minutes }];
      case 'corrected':
      case 'withdrawn': {
        const how = say(standing);
        const heir = heirOf(row, contacts);
        const word = minutes === undefined ? how : `${minutes}, ${how}`;
        // a chain of plans only is no contact that counted
        return row.outcome === 'planned' ? [] : [{ ...mark, look: 'struck', word, joinedTo: heir?.contactId }];
      }
      case 'planned':
      case 'handled':
      case 'moved':
      case 'withdrawal':
        return [];
    }
  });
}

function makeDues(
  { dossier, contacts, obligations, today }: TimelineFacts,
  words: TimelineWords,
): readonly TimelineDue[] {
  const { say } = words.client;
  const look = (on: string): TimelineDue['look'] => (on < today ? 'passed' : 'ahead');
  const profiles = splitBenefits(dossier.benefits, today).open.flatMap(({ benefitId }) => {
    const until = findLatestProfile(dossier.profiles, benefitId)?.validUntil ?? null;
    return until === null || until <= today ? [] : [{ benefitId, until }];
  });
  return [
    ...obligations.filter(isOpen).map((of) => ({
      id: `${of.normId} ${of.benefitId} ${of.dueDate}`,
      on: of.dueDate,
      word: dueWord(of, words),
      look: look(of.dueDate),
    })),
    ...contacts
      .filter((row) => row.valid && row.outcome === 'planned')
      .map((row) => ({ id: row.contactId, on: row.date, word: say('appointment'), look: 'ahead' as const })),
    ...profiles.map((of) => ({
      id: `profile ${of.benefitId}`,
      on: of.until,
      word: say('profile'),
      look: 'ahead' as const,
    })),
  ];
}

function dueWord(of: Reason, { client: { say } }: TimelineWords): string {
  const what = say(of.counts);
  const named = of.basis === 'calendar_year' ? say('inYear', { what, year: of.dueDate.slice(0, 4) }) : what;
  return of.weight === 'advised' ? say('advised', { what: named }) : named;
}

function isOpen(of: Reason): boolean {
  return (openStates as readonly string[]).includes(of.state);
}

function makeRows(
  { contacts }: TimelineFacts,
  drawn: { readonly lanes: readonly TimelineLane[]; readonly due: readonly TimelineDue[] },
  { client, contact }: TimelineWords,
): readonly TimelineRow[] {
  const { say, locale } = client;
  const bars = drawn.lanes.flatMap((lane) =>
    lane.bars.map((bar) => ({
      id: `${lane.id} ${bar.id}`,
      on: bar.from,
      lane: lane.word,
      what:
        bar.to === undefined
          ? say('begins', { what: bar.word })
          : say('ends', { what: bar.word, date: formatDate(lastDayBefore(bar.to), locale) }),
    })),
  );
  const rows = contacts.flatMap((row) => {
    const standing = standingOf(row, contacts);
    const isGonePlan = row.outcome === 'planned' && standing !== 'planned';
    if (standing === 'withdrawal' || isGonePlan) return [];
    const what = [
      contact.say(`kind.${row.kind}`).toLocaleLowerCase(),
      contact.say(`channel.${row.channel}`).toLocaleLowerCase(),
      contact.say(`outcome.${row.outcome as 'held'}`),
      ...(row.minutes === null ? [] : [say('minutes', { minutes: row.minutes })]),
    ].join(', ');
    const isStruck = standing === 'corrected' || standing === 'withdrawn';
    const by = contacts.find((of) => of.corrects === row.contactId);
    const ended = by && localMomentOf(by.registeredAt).date;
    const text =
      isStruck && ended !== undefined
        ? say('struckRow', { what, how: say(standing), date: formatDate(ended, locale) })
        : what;
    return [{ id: row.contactId, on: row.date, lane: say('laneContact'), what: text }];
  });
  const dues = drawn.due.map((of) => ({
    id: `due ${of.id}`,
    on: of.on,
    lane: say('laneDue'),
    what: say('dueBy', { what: of.word }),
  }));
  return [...bars, ...rows, ...dues].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

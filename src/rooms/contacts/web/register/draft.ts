import type { LocalMoment } from '../../../../time/local-moment.ts';
import {
  type Channel,
  channels,
  correctContact,
  type Kind,
  kindNames,
  moveContact,
  nextAfter,
  planContact,
  reportContact,
  usualMinutes,
  withdrawContact,
} from '../../index.ts';

/** What one does with a contact moment in the sheet. */
export const modes = ['report', 'plan', 'move', 'correct', 'withdraw'] as const;
export type Mode = (typeof modes)[number];

/** The fields of the form as they stand: plain data where what was typed is understood, else what was typed. */
export interface Draft {
  readonly kind: string;
  readonly channel: string;
  readonly outcome: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly report: string;
  readonly nextDate: string;
  readonly nextTime: string;
  readonly nextKind: string;
  readonly reason: string;
  readonly benefitId: string;
}
export type DraftField = keyof Draft;

/** The contact row that the form is about: a planned one to report or move, any one to correct or withdraw. */
export interface AboutContact {
  readonly contactId: string;
  readonly benefitId: string;
  readonly kind: string;
  readonly channel: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number | null;
  readonly outcome: string;
  readonly report: string | null;
}

/** Conversations stand in sight; the rest behind "something else". */
export const conversationKinds: readonly Kind[] = ['progress', 'evaluation', 'intake', 'orientation', 'monitoring'];
export const otherKinds: readonly Kind[] = kindNames.filter((kind) => !conversationKinds.includes(kind));
export const conversationChannels: readonly Channel[] = ['office', 'phone', 'video'];

export interface DraftStart {
  /** Local date and time of now, by the product's clock. */
  readonly now: LocalMoment;
  readonly hasSpoken: boolean;
  readonly preferredChannel: string | null;
  readonly benefitId: string;
  readonly about?: AboutContact | undefined;
}

const usualTime = '10:00';

/** The form filled in as far as can be known: the usual report asks for a report and nothing else. */
export function makeDraft(mode: Mode, start: DraftStart): Draft {
  const { now, about } = start;
  const kind = about?.kind ?? (start.hasSpoken ? 'progress' : 'intake');
  const preferred = (conversationChannels as readonly string[]).includes(start.preferredChannel ?? '');
  const minutes = usualMinutes(kind as Kind);
  const wasHeld = about !== undefined && about.outcome === 'held';
  const isRow = mode === 'correct';
  return {
    kind,
    channel: about?.channel ?? (preferred ? (start.preferredChannel ?? 'office') : 'office'),
    outcome: outcomeOf(mode, start),
    date: about?.date ?? (mode === 'plan' ? '' : now.date),
    time: about?.time ?? (mode === 'plan' ? usualTime : beginOf(now.time, minutes)),
    minutes: isRow && wasHeld ? String(about.minutes ?? minutes) : String(minutes),
    report: isRow ? (about?.report ?? '') : '',
    nextDate: '',
    nextTime: usualTime,
    nextKind: nextAfter('office').kind,
    reason: '',
    benefitId: about?.benefitId ?? start.benefitId,
  };
}

function outcomeOf(mode: Mode, { now, about }: DraftStart): string {
  if (about === undefined) return 'held';
  if (about.outcome !== 'planned') return mode === 'correct' ? about.outcome : 'held';
  // of an appointment that is still to come one can only report that it was called off
  return `${about.date} ${about.time}` > `${now.date} ${now.time}` ? 'cancelled' : 'held';
}

/** When a conversation of so many minutes that ends now began: on five minutes, on the same day. */
function beginOf(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const begin = Math.max(0, hour * 60 + minute - minutes);
  const rounded = begin - (begin % 5);
  return `${String(Math.floor(rounded / 60)).padStart(2, '0')}:${String(rounded % 60).padStart(2, '0')}`;
}

/** Another kind brings its usual minutes, unless the adviser filled in others, and a way that goes with it. */
export function withKind(draft: Draft, kind: Kind): Draft {
  const untouched = draft.minutes === '' || draft.minutes === String(usualMinutes(draft.kind as Kind));
  const isConversation = conversationKinds.includes(kind);
  const fits = !isConversation || (conversationChannels as readonly string[]).includes(draft.channel);
  const channel = kind === 'workshop' ? 'group' : kind === 'message' ? 'digital' : fits ? draft.channel : 'office';
  return { ...draft, kind, channel, ...(untouched ? { minutes: String(usualMinutes(kind)) } : {}) };
}

/** Ways of contact to choose from: those of a conversation, and all for what is none. */
export function channelsOf(draft: Pick<Draft, 'kind' | 'channel'>): readonly Channel[] {
  const isUsual = (conversationChannels as readonly string[]).includes(draft.channel);
  return conversationKinds.includes(draft.kind as Kind) && isUsual ? conversationChannels : channels;
}

/** What goes to the server; what is not understood goes as it was typed, so that the contract refuses it. */
export function inputOf(
  mode: Mode,
  draft: Draft,
  from: {
    readonly clientId: string;
    readonly contactId?: string | undefined;
    readonly seenEntry?: number | undefined;
  },
): Record<string, unknown> {
  const { kind, channel, outcome, date, time, benefitId } = draft;
  const { clientId } = from;
  const seen = from.seenEntry === undefined ? {} : { seenEntry: from.seenEntry };
  const isHeld = outcome === 'held';
  const report = draft.report.trim() === '' ? {} : { report: draft.report.trim() };
  const minutes = isHeld ? { minutes: draft.minutes.trim() === '' ? undefined : Number(draft.minutes) } : {};
  const reported = { kind, channel, date, time, outcome, ...minutes, ...report };
  switch (mode) {
    case 'report': {
      const planned = from.contactId === undefined ? {} : { planned: from.contactId };
      const { nextDate, nextTime, nextKind } = draft;
      const next = nextDate.trim() === '' ? {} : { nextDate, nextTime, nextKind };
      return { benefitId, clientId, ...planned, ...reported, ...next, ...seen };
    }
    case 'correct':
      return { contactId: from.contactId, ...reported, reason: draft.reason.trim(), ...seen };
    case 'plan':
      return { benefitId, clientId, kind, channel, date, time, ...seen };
    case 'move':
      return { contactId: from.contactId, date, time, channel, ...seen };
    case 'withdraw':
      return { contactId: from.contactId, reason: draft.reason.trim(), ...seen };
  }
}

export const contracts = {
  report: reportContact,
  plan: planContact,
  move: moveContact,
  correct: correctContact,
  withdraw: withdrawContact,
} as const;

const order: readonly DraftField[] = [
  'kind',
  'channel',
  'outcome',
  'date',
  'time',
  'minutes',
  'report',
  'nextDate',
  'nextTime',
  'nextKind',
  'reason',
];

export interface DraftFault {
  readonly field: DraftField;
  /** Not there or not understood; still to come where it should be past; past where it should be still to come. */
  readonly is: 'missing' | 'future' | 'past';
}

/**
 * What saving would be refused for, in the order of the form: fields that the contract refuses, minutes of a conversation
 * that was held, and a moment on the wrong side of now, where that is known.
 */
export function findFaults(
  mode: Mode,
  input: Record<string, unknown>,
  now: LocalMoment | undefined,
): readonly DraftFault[] {
  const read = contracts[mode].input.safeParse(input);
  const missing = new Set<string>(read.success ? [] : read.error.issues.map((issue) => String(issue.path[0])));
  if (input['outcome'] === 'held' && input['minutes'] === undefined) missing.add('minutes');
  const wrongSide = (date: DraftField, time: DraftField, is: 'future' | 'past'): boolean => {
    if (now === undefined || input[date] === undefined || missing.has(date) || missing.has(time)) return false;
    const moment = [input[date], input[time]].join(' ');
    const standing = `${now.date} ${now.time}`;
    return is === 'future' ? moment > standing : moment < standing;
  };
  const isReport = mode === 'report' || mode === 'correct';
  const isCalledOff = mode === 'report' && input['outcome'] === 'cancelled' && input['planned'] !== undefined;
  const sides: readonly DraftFault[] = [
    ...(isReport && !isCalledOff && wrongSide('date', 'time', 'future')
      ? [{ field: 'date', is: 'future' } as const]
      : []),
    ...(!isReport && wrongSide('date', 'time', 'past') ? [{ field: 'date', is: 'past' } as const] : []),
    ...(wrongSide('nextDate', 'nextTime', 'past') ? [{ field: 'nextDate', is: 'past' } as const] : []),
  ];
  return order.flatMap((field): DraftFault[] =>
    missing.has(field) ? [{ field, is: 'missing' }] : sides.filter((fault) => fault.field === field),
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import type { Contract, OutputOf } from '../../../../platform/contract.ts';
import { type ProblemError } from '../../../../platform/web/invoke.ts';
import { useKept } from '../../../../platform/web/kept.tsx';
import { problemOf, useRead, useWrite } from '../../../../platform/web/query.ts';
import { dayNumberOf } from '../../../../time/calendar-date.ts';
import { localMomentOf } from '../../../../time/local-moment.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { formatDate, formatDays, formatTime } from '../../../../ui/format.ts';
import { type FieldError, Form } from '../../../../ui/forms/form.tsx';
import { Tag } from '../../../../ui/frame/section.tsx';
import { SideSheet } from '../../../../ui/lists/side-sheet.tsx';
import { TextLink } from '../../../../ui/navigation.tsx';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { parseDateInput, parseTimeInput } from '../../../../ui/parse-input.ts';
import { showClient } from '../../../registry/index.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { checkContact, type Kind, listContacts, type reportContact } from '../../index.ts';
import {
  BenefitField,
  ChannelField,
  choicesOf,
  KindFields,
  NextFields,
  OutcomeField,
  ReasonField,
  ReportField,
  WhenFields,
} from './contact-fields.tsx';
import {
  type AboutContact,
  contracts,
  type Draft,
  type DraftFault,
  type DraftField,
  findFaults,
  inputOf,
  type Mode,
  makeDraft,
} from './draft.ts';
import { momentByProduct } from './product-time.ts';
import { useContactWords } from './words.ts';

/** What was saved, for the line that takes the place of the one that left, and its undo. */
export interface SavedContact {
  readonly mode: Mode;
  readonly entryId: number;
  readonly sentence: string;
  readonly clientId: string;
  readonly meanwhile: readonly { readonly action: string; readonly by: string; readonly at: string }[];
}

export interface ContactSheetProps {
  readonly mode: Mode;
  readonly client: {
    readonly clientId: string;
    readonly name: string;
    readonly protected: boolean;
    readonly preferredChannel: string | null;
    /** Whether there was a contact before: else the form starts with an intake. */
    readonly hasSpoken: boolean;
  };
  /** The benefit that the contact goes with unless another is chosen. */
  readonly benefitId: string;
  readonly about?: AboutContact | undefined;
  /** Reference date by the product's clock. */
  readonly today: string;
  /** The reason line, without its start. */
  readonly why?: ReactNode | undefined;
  /** What saving will do to the list. */
  readonly effectOf?: ((draft: Draft) => ReactNode) | undefined;
  /** The date of a rhythm that the next appointment would miss. */
  readonly missedBy?: ((draft: Draft) => { readonly by: string; readonly advised: boolean } | null) | undefined;
  readonly onClose: () => void;
  readonly onSaved: (saved: SavedContact) => void;
}

/** The sheet to report, plan, move, correct or withdraw a contact, beside the list one works from. */
export function ContactSheet(props: ContactSheetProps) {
  const { say, locale } = useContactWords();
  const { mode, client, about, today } = props;
  // what was typed in a sheet that was left is there again, wherever it is opened
  const drafts = useKept('contacts.drafts', () => new Map<string, Draft>());
  const key = `${mode} ${client.clientId} ${about?.contactId ?? ''}`;
  const dossier = useRead(showClient, { clientId: client.clientId });
  const read = dossier.data;
  const seenEntry = useFirst(read?.lastEntry);
  const [opened] = useState(() => localMomentOf(Date.now()).time);
  // Until the product has said what time it is, that of this computer stands there.
  const here = useHere();
  const now = read && momentByProduct({ now: read.now, arrivedAt: dossier.dataUpdatedAt }, here);
  const time = useFirst(now?.time);
  const [typed, setTyped] = useState(() => drafts.get(key));
  const untouched = () =>
    makeDraft(mode, {
      now: { date: today, time: time ?? opened },
      hasSpoken: client.hasSpoken,
      preferredChannel: client.preferredChannel,
      benefitId: props.benefitId,
      about,
    });
  const draft = typed ?? untouched();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const change = (next: Draft) => {
    drafts.set(key, next);
    setTyped(next);
    const changed = Object.entries(next).flatMap(([name, value]) =>
      draft[name as DraftField] === value ? [] : [name],
    );
    setTouched((before) => new Set([...before, ...changed]));
    // what the server found wrong with a field is no longer said of what stands there now
    if (refused !== null) write.reset();
  };
  const forget = () => drafts.delete(key);
  // a planned contact that was moved is no report: it gets another moment
  const acting: Mode = mode === 'report' && draft.outcome === 'moved' ? 'move' : mode;
  const write = useWrite(contracts[acting] as Contract);
  const benefits = choicesOf(dossier.data?.benefits ?? [], { today, chosen: draft.benefitId });
  // the list may not say which benefit: then the one that is open
  const filled = { ...draft, benefitId: draft.benefitId || (benefits[0]?.benefitId ?? '') };
  const lacksBenefit = filled.benefitId === '';
  const input = inputOf(acting, filled, { clientId: client.clientId, contactId: about?.contactId, seenEntry });
  const faults = findFaults(acting, input, now);
  const problem = write.isError ? problemOf(write.error) : null;
  const refused = problem === null ? null : fieldOfRefusal(problem, acting);
  const [tried, setTried] = useState<readonly FieldError[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const warnings = useWarnings(acting, filled, about?.contactId);

  const standing = JSON.stringify(draft);
  const hasPaused = useDebounced(standing, typingPause) === standing;
  const wordOf = ({ field, is }: DraftFault) =>
    is === 'missing' ? say(`need.${field === 'benefitId' || field === 'nextKind' ? 'kind' : field}`) : say(is);
  const errorOf = (field: DraftField) => {
    if (refused?.field === field) return say(refused.word);
    const fault = faults.find((of) => of.field === field);
    if (fault === undefined) return undefined;
    // a moment that is reported is odd as it stands; one that is planned was not chosen yet
    const isShown =
      fault.is === 'future' ||
      left.has(field) ||
      (hasPaused && touched.has(field)) ||
      tried.some((error) => error.field === field);
    return isShown ? wordOf(fault) : undefined;
  };
  const warningOf = (field: DraftField) => {
    if (field === 'nextDate') return lateNext();
    return warnings.find((warning) => warning.field === field)?.[locale];
  };
  const lateNext = () => {
    const next = parseDateInput(draft.nextDate);
    const due = next === undefined ? null : (props.missedBy?.({ ...draft, nextDate: next }) ?? null);
    if (next === undefined || due === null) return undefined;
    return say('lateNext', {
      date: formatDate(next, locale),
      days: formatDays(dayNumberOf(next) - dayNumberOf(due.by), locale),
      by: formatDate(due.by, locale),
      advised: due.advised ? 'yes' : 'no',
    });
  };

  const submit = () => {
    setTried(faults.map((fault) => ({ field: fault.field, text: wordOf(fault) })));
    if (faults.length > 0 || lacksBenefit) return;
    const tell = (output: unknown) => {
      const { entryId, meanwhile } = output as OutputOf<typeof reportContact>;
      forget();
      const saved = say(`saved.${acting}`, { name: client.name, date: formatDate(draft.date, locale) });
      const sentence = 'nextDate' in input ? `${saved} ${nextWords()}` : saved;
      props.onSaved({ mode: acting, entryId, meanwhile, sentence, clientId: client.clientId });
    };
    // also when the sheet was closed meanwhile; a refusal stays in the sheet
    write.mutateAsync(input).then(tell, (fault: unknown) => {
      const found = fieldOfRefusal(problemOf(fault), acting);
      if (found !== null) setTried([{ field: found.field, text: say(found.word) }]);
    });
  };
  const nextWords = () =>
    say('savedNext', { date: formatDate(draft.nextDate, locale), time: formatTime(draft.nextTime, locale) });

  const fields = { draft: filled, onChange: change, errorOf, warningOf };
  const { label: schemeLabel } = useSchemeWords();
  const benefitField = (
    <BenefitField
      {...fields}
      benefits={benefits}
      wordOf={(of) => `${schemeLabel(of.scheme)}, ${formatDate(of.startDate, locale)}`}
    />
  );
  return (
    <SideSheet
      title={say(`title.${mode}`)}
      subtitle={
        <>
          {say('withWhom')} <TextLink href={`/clients/${encodeURIComponent(client.clientId)}`}>{client.name}</TextLink>{' '}
          {client.protected ? <Tag>{say('protected')}</Tag> : null}
        </>
      }
      context={<Context {...props} />}
      onClose={props.onClose}
    >
      <div
        onBlur={(event) => {
          const { name } = event.target as HTMLInputElement;
          if (name) setLeft((before) => new Set([...before, name]));
        }}
      >
        <Form
          label={say(`title.${mode}`)}
          errors={tried}
          submitWord={say(`submit.${acting}`)}
          busy={write.isPending || (lacksBenefit && dossier.isPending)}
          onSubmit={submit}
          otherActions={
            <>
              <ActionButton
                onClick={() => {
                  forget();
                  props.onClose();
                }}
              >
                {say('cancel')}
              </ActionButton>
              <span className="ui-small ui-quiet ui-keys">
                <kbd className="ui-key">Ctrl</kbd> <kbd className="ui-key">Enter</kbd> {say('keySave')}
              </span>
            </>
          }
          before={
            <>
              {lacksBenefit && dossier.data ? <Notice kind="error">{say('noBenefit')}</Notice> : null}
              {problem !== null && refused === null ? <Problem problem={problem} /> : null}
              {faults.length === 0
                ? props.effectOf?.({ ...draft, outcome: acting === 'move' ? 'moved' : draft.outcome })
                : null}
            </>
          }
        >
          {mode === 'report' || mode === 'correct' ? (
            <>
              {acting === 'move' ? null : <KindFields {...fields} />}
              <OutcomeField {...fields} canMove={mode === 'report' && about !== undefined} />
              {acting === 'move' ? <ChannelField {...fields} /> : null}
              <WhenFields {...fields} withMinutes={draft.outcome === 'held'} isNew={acting === 'move'} />
              {acting === 'move' ? null : <ReportField {...fields} />}
              {acting === 'report' ? <NextFields {...fields} /> : null}
              {acting === 'correct' ? <ReasonField {...fields} /> : null}
              {acting === 'report' && about === undefined ? benefitField : null}
            </>
          ) : null}
          {mode === 'plan' ? (
            <>
              <KindFields {...fields} />
              <WhenFields {...fields} withMinutes={false} isNew={false} />
              {benefitField}
            </>
          ) : null}
          {mode === 'move' ? (
            <>
              <WhenFields {...fields} withMinutes={false} isNew />
              <ChannelField {...fields} />
            </>
          ) : null}
          {mode === 'withdraw' ? <ReasonField {...fields} /> : null}
        </Form>
      </div>
    </SideSheet>
  );
}

/** Why now, what was planned, and what was said the last time: what one needs to fill in the form. */
function Context(props: ContactSheetProps) {
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

/** Not saved: what the server said, or that it said nothing. */
export function Problem({ problem }: { readonly problem: ProblemError }) {
  const { say } = useContactWords();
  const isSilent = problem.status === 0 || problem.status >= 500;
  return (
    <Notice kind="error" title={say('failed')} code={problem.code}>
      {isSilent || problem.title === '' ? say('failedText') : problem.title}
    </Notice>
  );
}

function fieldOfRefusal(
  problem: ProblemError,
  mode: Mode,
): { field: DraftField; word: 'future' | 'past' | 'need.minutes' } | null {
  if (problem.code === 'in_the_future') return { field: 'date', word: 'future' };
  if (problem.code === 'in_the_past') return { field: mode === 'report' ? 'nextDate' : 'date', word: 'past' };
  if (problem.code === 'minutes_missing') return { field: 'minutes', word: 'need.minutes' };
  return null;
}

/** What is odd, asked of the server while one types; nothing is asked until date and time are understood. */
function useWarnings(mode: Mode, draft: Draft, contactId: string | undefined) {
  const { benefitId, date, time } = draft;
  const kind = draft.kind as Kind;
  const isUnderstood = parseDateInput(date) === date && parseTimeInput(time) === time;
  const asks = mode !== 'withdraw' && isUnderstood && benefitId !== '';
  const planned = contactId === undefined ? {} : { planned: contactId };
  const wanted = useDebounced(asks ? JSON.stringify({ benefitId, ...planned, kind, date, time }) : null);
  const check = useRead(checkContact, wanted === null ? null : JSON.parse(wanted));
  return asks ? (check.data?.warnings ?? []) : [];
}

/** So long after the last key a field counts as filled in: what is wrong with it is then said. */
const typingPause = 800;

function useDebounced(value: string | null, milliseconds = 300): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/** The first value that comes stays: what was seen when the form was opened. */
function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first ?? value;
}

/** What the clock of this computer says, in milliseconds; looked at twice a minute. */
function useHere(): number {
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return here;
}

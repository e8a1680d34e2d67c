import { localMomentOf } from '../../../../time/local-moment.ts';
import { formatNumber } from '../../../../ui/format.ts';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { ContactSheet } from '../../../contacts/web/register/contact-sheet.tsx';
import type { AboutContact, Draft } from '../../../contacts/web/register/draft.ts';
import type { ContactSheetProps } from '../../../contacts/web/register/sheet-props.ts';
import type { Moment, WorklistLine } from '../../index.ts';
import { computeNextDues, decideLeaves, findMissed } from '../after-contact.ts';
import { NextDueWords } from '../next-due.tsx';
import { nameOf } from './client-list.tsx';
import { useTodayWords } from './words.ts';

export interface OpenSheet {
  readonly line: WorklistLine;
  readonly mode: 'report' | 'plan';
  /** How many stood on the list when the sheet was opened. */
  readonly before: number;
}

interface LineSheetProps extends Pick<ContactSheetProps, 'today' | 'onClose' | 'onSaved'> {
  readonly open: OpenSheet;
  readonly list: string;
  readonly title: string;
}

/** The sheet for one line of the list: filled in from what the line knows. */
export function LineSheet({ open, list, title, today, onClose, onSaved }: LineSheetProps) {
  const { locale } = useTodayWords();
  const { line, mode } = open;
  return (
    <ContactSheet
      mode={mode}
      client={{
        clientId: line.clientId,
        name: nameOf(line),
        protected: line.protected,
        preferredChannel: line.preferredChannel,
        hasSpoken: line.lastContact !== null,
      }}
      benefitId={benefitOf(line)}
      about={mode === 'report' ? aboutOf(line, list, today) : undefined}
      today={today}
      why={line.lead?.sentence[locale]}
      effectOf={mode === 'report' ? (draft) => <Effect {...open} draft={draft} list={list} title={title} /> : undefined}
      missedBy={(draft) => findMissed(computeNextDues(reasonsOf(line), draft), draft.nextDate)}
      onClose={onClose}
      onSaved={onSaved}
    />
  );
}

function reasonsOf(line: WorklistLine) {
  return line.lead === null ? line.also : [line.lead, ...line.also];
}

function benefitOf(line: WorklistLine): string {
  return (
    line.lead?.benefitId ?? line.nextPlanned?.benefitId ?? line.also[0]?.benefitId ?? line.lastContact?.benefitId ?? ''
  );
}

/** The planned contact that a report is about: that of a list of planned ones, else the oldest that nobody reported, else that of today. */
function aboutOf(line: WorklistLine, list: string, today: string): AboutContact | undefined {
  const isOfList = list === 'planned-today' || list === 'planned-week';
  const ofToday = line.nextPlanned?.onDate === today ? line.nextPlanned : null;
  const planned: Moment | null = (isOfList ? line.nextPlanned : null) ?? line.toRegister[0] ?? ofToday;
  if (planned === null) return undefined;
  return {
    contactId: planned.contactId,
    benefitId: planned.benefitId,
    kind: planned.kind,
    channel: planned.channel,
    date: planned.onDate,
    time: localMomentOf(planned.occurredAt).time,
    minutes: null,
    outcome: 'planned',
    report: null,
  };
}

/** What saving will do to the list, and by when the next one must be, while one fills in the form. */
function Effect(props: OpenSheet & { readonly draft: Draft; readonly list: string; readonly title: string }) {
  const { say, show, locale } = useTodayWords();
  const leaves = decideLeaves(props.list, props.line, props.draft);
  const dues = computeNextDues(reasonsOf(props.line), props.draft);
  const number = (value: number) => formatNumber(value, locale);
  if (leaves === false) {
    return (
      <Notice kind="info">
        <p>
          {show('effectStays', { list: props.title })} <NextDueWords dues={dues} />
        </p>
      </Notice>
    );
  }
  if (leaves === null && dues.must === null && dues.advised === null) return null;
  const values = { list: props.title, before: number(props.before), after: number(Math.max(0, props.before - 1)) };
  return (
    <Notice kind="success">
      <p>
        <b>{say('effect')}</b> {leaves ? show('effectLeaves', values) : null}{' '}
        <NextDueWords dues={dues} within={!leaves} />
      </p>
    </Notice>
  );
}

import './client-page.css';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { problemOf, useRead, useWrite } from '../../../../platform/web/query.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { ActionLink, Actions } from '../../../../ui/actions/action-link.tsx';
import { Timeline } from '../../../../ui/charts/timeline.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { Section, Tag } from '../../../../ui/frame/section.tsx';
import { Notice, SavedLine } from '../../../../ui/notices/notice.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { listContacts, mayWriteContact, undoContact } from '../../../contacts/index.ts';
import { ContactSheet } from '../../../contacts/web/register/contact-sheet.tsx';
import type { Draft, Mode } from '../../../contacts/web/register/draft.ts';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { showClient, undo as undoEntry } from '../../../registry/index.ts';
import { type Dossier, splitBenefits, yearsBetween } from '../../../registry/web/dossier/dossier.ts';
import { DossierCards } from '../../../registry/web/dossier/dossier-cards.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { showClientState } from '../../index.ts';
import { computeNextDues, findMissed } from '../after-contact.ts';
import { type Act, MeanwhileNotice } from '../meanwhile.tsx';
import { NextDueWords } from '../next-due.tsx';
import { makeTimeline } from './client-timeline.ts';
import type { ContactRow, Standing } from './contact-chain.ts';
import { ContactTable, type RowAct } from './contact-table.tsx';
import { Crumb } from './crumb.tsx';
import { type ClientState, DueSection } from './due-section.tsx';
import { useHeldPlace } from './use-held-place.ts';
import { useClientWords } from './words.ts';

/** One client: what is due and why, everything through time, cards, and every contact row. */
export function ClientPage() {
  const { say } = useClientWords();
  const { clientId = '' } = useParams();
  const dossier = useRead(showClient, { clientId });
  const state = useRead(showClientState, { clientId });
  const contacts = useRead(listContacts, { clientId });
  usePrivateTitle(`${say('client')} ${clientId} - Sluitend`);
  const fault = [dossier, state, contacts].find((read) => read.isError)?.error;
  if (fault) {
    const problem = problemOf(fault);
    const retry = () => void Promise.all([dossier.refetch(), state.refetch(), contacts.refetch()]);
    return (
      <>
        <PageHead title={say('client')} crumb={<Crumb clientId={clientId} />} />
        {problem.status === 404 ? (
          <EmptyState title={say('notFound')} actions={<ActionLink href="/clients">{say('search')}</ActionLink>}>
            {say('notFoundText')}
          </EmptyState>
        ) : (
          <ErrorState title={say('failed')} code={problem.code} onRetry={retry}>
            {problem.title || say('failedText')}
          </ErrorState>
        )}
      </>
    );
  }
  const isHere = dossier.data?.clientId === clientId;
  if (!isHere || !dossier.data || !state.data || !contacts.data) {
    return (
      <>
        <PageHead title={say('client')} crumb={<Crumb clientId={clientId} />} />
        <LoadingBlock lines={6} />
      </>
    );
  }
  return <Client key={clientId} dossier={dossier.data} state={state.data} contacts={contacts.data.contacts} />;
}

interface ClientProps {
  readonly dossier: Dossier;
  readonly state: ClientState;
  readonly contacts: readonly ContactRow[];
}

interface Done {
  readonly room: 'contacts' | 'registry';
  readonly entryId: number;
  readonly sentence: string;
  readonly meanwhile: readonly Act[];
}

interface OpenSheet {
  readonly mode: Mode;
  readonly about?: ContactRow;
  /** It was opened from its row in the table of contacts. */
  readonly fromRow?: boolean;
}

function Client({ dossier, state, contacts }: ClientProps) {
  const { say, locale } = useClientWords();
  const me = useMe();
  const { today } = me;
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [undone, setUndone] = useState(false);
  const [drafts] = useState(() => new Map<string, Draft>());
  const undoIn = { contacts: useWrite(undoContact), registry: useWrite(undoEntry) };
  const canReport = mayWriteContact(me, 'held');
  const canPlan = mayWriteContact(me, 'planned');
  const hold = useHeldPlace();
  const holdRow = (sheet: OpenSheet | null) => {
    const key = sheet?.fromRow ? sheet.about?.contactId : undefined;
    if (key !== undefined) hold(() => document.querySelector(`tr[data-key="${CSS.escape(key)}"]`));
  };
  const start = (sheet: OpenSheet) => {
    holdRow(sheet);
    setDone(null);
    setUndone(false);
    setOpen(sheet);
  };
  const keep = (saved: Done) => {
    setUndone(false);
    setDone(saved);
    setOpen(null);
  };
  const takeBack = () => {
    if (done === null) return;
    const onSuccess = () => {
      setDone(null);
      setUndone(true);
    };
    undoIn[done.room].mutate({ entryId: done.entryId }, { onSuccess });
  };
  const fault = undoIn.contacts.error ?? undoIn.registry.error;
  const problem = fault === null ? null : problemOf(fault);
  const lead = state.obligations[0];
  return (
    <>
      <Head
        dossier={dossier}
        canReport={canReport}
        canPlan={canPlan}
        onReport={() => start({ mode: 'report' })}
        onPlan={() => start({ mode: 'plan' })}
      />
      <div className="coverage-beside" data-sheet={open ? '' : undefined}>
        <div>
          <SavedLine {...(done ? { onUndo: takeBack } : {})}>
            {done ? done.sentence : undone ? say('undone') : undefined}
          </SavedLine>
          {problem ? (
            <Notice kind="error" title={say('undoFailed')} code={problem.code}>
              {problem.title || say('failedText')}
            </Notice>
          ) : null}
          <MeanwhileNotice acts={done?.meanwhile ?? []} />
          <DueSection
            state={state}
            dossier={dossier}
            contacts={contacts}
            today={today}
            canReport={canReport}
            canPlan={canPlan}
            onReport={(about) => start({ mode: 'report', about })}
            onMove={(about) => start({ mode: 'move', about })}
          />
          <ClientTimeline dossier={dossier} state={state} contacts={contacts} />
          <DossierCards
            dossier={dossier}
            today={today}
            role={me.role}
            onSaved={(saved) => {
              keep({ room: 'registry', ...saved });
              window.scrollTo({ top: 0 });
            }}
          />
          <ContactTable
            rows={contacts}
            may={(act, row, standing) =>
              mayAct(act, standing, {
                canReport,
                mayWrite: mayWriteContact(me, row.outcome),
                isPast: row.date <= today,
              })
            }
            onAct={(mode, about) => start({ mode, about, fromRow: true })}
          />
        </div>
        {open ? (
          <ContactSheet
            key={`${open.mode} ${open.about?.contactId ?? ''}`}
            mode={open.mode}
            client={{
              clientId: dossier.clientId,
              name: dossier.name,
              protected: dossier.protected,
              preferredChannel: dossier.preferredChannel,
              hasSpoken: state.lastContact !== null,
            }}
            benefitId={lead?.benefitId ?? splitBenefits(dossier.benefits, today).open[0]?.benefitId ?? ''}
            about={open.about}
            today={today}
            why={open.mode === 'report' || open.mode === 'plan' ? lead?.sentence[locale] : undefined}
            effectOf={open.mode === 'report' ? (draft) => <NextDueNotice draft={draft} state={state} /> : undefined}
            missedBy={(draft) => findMissed(computeNextDues(state.obligations, draft), draft.nextDate)}
            drafts={drafts}
            onClose={() => {
              holdRow(open);
              setOpen(null);
            }}
            onSaved={({ entryId, sentence, meanwhile }) => keep({ room: 'contacts', entryId, sentence, meanwhile })}
          />
        ) : null}
      </div>
    </>
  );
}

/** By when the next one must be, while one fills in the form. */
function NextDueNotice({ draft, state }: { readonly draft: Draft; readonly state: ClientState }) {
  const { say } = useClientWords();
  const dues = computeNextDues(state.obligations, draft);
  if (dues.must === null && dues.advised === null) return null;
  return (
    <Notice kind="success">
      <b>{say('effect')}</b> <NextDueWords dues={dues} within />
    </Notice>
  );
}

/** What a role may do with a row that holds; a row that lapsed stays as it is. */
function mayAct(
  act: RowAct,
  standing: Standing,
  may: { readonly canReport: boolean; readonly mayWrite: boolean; readonly isPast: boolean },
): boolean {
  switch (act) {
    case 'report':
      return may.canReport && standing === 'planned' && may.isPast;
    case 'move':
      return may.mayWrite && standing === 'planned';
    case 'correct':
      return may.mayWrite && standing === 'holds';
    case 'withdraw':
      return may.mayWrite && (standing === 'planned' || standing === 'holds');
  }
}

function Head(props: {
  readonly dossier: Dossier;
  readonly canReport: boolean;
  readonly canPlan: boolean;
  readonly onReport: () => void;
  readonly onPlan: () => void;
}) {
  const { say } = useClientWords();
  const { label } = useSchemeWords();
  const { today } = useMe();
  const { dossier } = props;
  const { open, closed } = splitBenefits(dossier.benefits, today);
  const schemes = (open.length > 0 ? open : closed).map((of) => label(of.scheme));
  const facts = [
    dossier.clientId,
    ...(dossier.birthDate === null ? [] : [say('age', { years: yearsBetween(dossier.birthDate, today) })]),
    ...new Set(schemes),
  ];
  return (
    <PageHead
      crumb={<Crumb clientId={dossier.clientId} />}
      title={dossier.name}
      documentTitle={`${say('client')} ${dossier.clientId}`}
      tag={dossier.protected ? <Tag>{say('protected')}</Tag> : undefined}
      reasons={
        <>
          <p>{facts.join(', ')}</p>
          {dossier.protected ? <p className="ui-small ui-quiet">{say('protectedText')}</p> : null}
        </>
      }
      aside={
        props.canPlan ? (
          <Actions>
            {props.canReport ? (
              <ActionButton kind="first" onClick={props.onReport}>
                {say('report')}
              </ActionButton>
            ) : null}
            <ActionButton kind={props.canReport ? 'other' : 'first'} onClick={props.onPlan}>
              {say('plan')}
            </ActionButton>
          </Actions>
        ) : undefined
      }
    />
  );
}

function ClientTimeline({ dossier, state, contacts }: ClientProps) {
  const words = { client: useClientWords(), contact: useContactWords(), schemes: useSchemeWords() };
  const { today } = useMe();
  const timeline = makeTimeline({ dossier, contacts, obligations: state.obligations, today }, words);
  return (
    <Section title={words.client.say('timeline')}>
      <Timeline {...timeline} />
    </Section>
  );
}

/** Names of clients stay out of the browser's history: the window is called by the pseudonymous id. */
function usePrivateTitle(title: string): void {
  useEffect(() => {
    // after the page took its title from the heading
    const timer = setTimeout(() => {
      document.title = title;
    });
    return () => clearTimeout(timer);
  });
}

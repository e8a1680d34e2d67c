import { useState } from 'react';
import { Timeline } from '../../../../ui/charts/timeline.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { mayWriteContact } from '../../../contacts/index.ts';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import type { Dossier } from '../../../registry/web/dossier/dossier.ts';
import { DossierCards } from '../../../registry/web/dossier/dossier-cards.tsx';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { ClientHead } from './client-head.tsx';
import { ClientSheet, type OpenSheet } from './client-sheet.tsx';
import { makeTimeline } from './client-timeline.ts';
import type { ContactRow } from './contact-chain.ts';
import { ContactTable } from './contact-table.tsx';
import { type ClientState, DueSection } from './due-section.tsx';
import { LastActLine } from './last-act-line.tsx';
import { mayAct } from './row-acts.ts';
import { useHeldPlace } from './use-held-place.ts';
import type { Done, LastAct } from './use-last-act.ts';
import { useClientWords } from './words.ts';

interface ClientProps {
  readonly dossier: Dossier;
  readonly state: ClientState;
  readonly contacts: readonly ContactRow[];
}

/** Everything about one client, and the sheet beside it. */
export function ClientDossier({ dossier, state, contacts, act }: ClientProps & { readonly act: LastAct }) {
  const me = useMe();
  const { today } = me;
  const [open, setOpen] = useState<OpenSheet | null>(null);
  const canReport = mayWriteContact(me, 'held');
  const canPlan = mayWriteContact(me, 'planned');
  const hold = useHeldPlace();
  const holdRow = (sheet: OpenSheet | null) => {
    const key = sheet?.fromRow ? sheet.about?.contactId : undefined;
    if (key !== undefined) hold(() => document.querySelector(`tr[data-key="${CSS.escape(key)}"]`));
  };
  const start = (sheet: OpenSheet) => {
    holdRow(sheet);
    act.forget();
    setOpen(sheet);
  };
  const keep = (done: Done) => {
    act.keep(done);
    setOpen(null);
  };
  return (
    <>
      <ClientHead
        dossier={dossier}
        canReport={canReport}
        canPlan={canPlan}
        onReport={() => start({ mode: 'report' })}
        onPlan={() => start({ mode: 'plan' })}
      />
      <div className="coverage-beside" data-sheet={open ? '' : undefined}>
        <div>
          <LastActLine act={act} />
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
          <ClientSheet
            key={`${open.mode} ${open.about?.contactId ?? ''}`}
            open={open}
            dossier={dossier}
            state={state}
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

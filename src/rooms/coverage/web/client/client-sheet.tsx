import { Notice } from '../../../../ui/notices/notice.tsx';
import { ContactSheet } from '../../../contacts/web/register/contact-sheet.tsx';
import type { Draft, Mode } from '../../../contacts/web/register/draft.ts';
import type { ContactSheetProps } from '../../../contacts/web/register/sheet-props.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { type Dossier, splitBenefits } from '../../../registry/web/dossier/dossier.ts';
import { computeNextDues, findMissed } from '../after-contact.ts';
import { NextDueWords } from '../next-due.tsx';
import type { ContactRow } from './contact-chain.ts';
import type { ClientState } from './due-section.tsx';
import { useClientWords } from './words.ts';

export interface OpenSheet {
  readonly mode: Mode;
  readonly about?: ContactRow;
  /** It was opened from its row in the table of contacts. */
  readonly fromRow?: boolean;
}

interface ClientSheetProps extends Pick<ContactSheetProps, 'onClose' | 'onSaved'> {
  readonly open: OpenSheet;
  readonly dossier: Dossier;
  readonly state: ClientState;
}

/** The sheet beside a dossier: filled in from what the dossier knows. */
export function ClientSheet({ open, dossier, state, onClose, onSaved }: ClientSheetProps) {
  const { locale } = useClientWords();
  const { today } = useMe();
  const lead = state.obligations[0];
  return (
    <ContactSheet
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
      onClose={onClose}
      onSaved={onSaved}
    />
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

import './client-page.css';
import { useParams } from 'react-router';
import { problemOf } from '../../../../platform/web/invoke.ts';
import { useRead } from '../../../../platform/web/query.ts';
import { ActionLink } from '../../../../ui/actions/action-link.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../../ui/notices/states.tsx';
import { listContacts } from '../../../contacts/index.ts';
import { showClient } from '../../../registry/index.ts';
import { showClientState } from '../../index.ts';
import { ClientDossier } from './client-dossier.tsx';
import { BareHead } from './client-head.tsx';
import { LastActLine } from './last-act-line.tsx';
import { useLastAct } from './use-last-act.ts';
import { useClientWords } from './words.ts';

/** One client: what is due and why, everything through time, cards, and every contact row. */
export function ClientPage() {
  const { clientId = '' } = useParams();
  // nothing of one client stays on the screen of the next
  return <OneClient key={clientId} clientId={clientId} />;
}

function OneClient({ clientId }: { readonly clientId: string }) {
  const { say } = useClientWords();
  const dossier = useRead(showClient, { clientId });
  const state = useRead(showClientState, { clientId });
  const contacts = useRead(listContacts, { clientId });
  const act = useLastAct();
  const fault = [dossier, state, contacts].find((read) => read.isError)?.error;
  if (fault) {
    const problem = problemOf(fault);
    const retry = () => void Promise.all([dossier.refetch(), state.refetch(), contacts.refetch()]);
    return (
      <>
        <BareHead clientId={clientId} />
        <LastActLine act={act} />
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
  if (!dossier.data || !state.data || !contacts.data) {
    return (
      <>
        <BareHead clientId={clientId} />
        <LoadingBlock lines={6} />
      </>
    );
  }
  return <ClientDossier dossier={dossier.data} state={state.data} contacts={contacts.data.contacts} act={act} />;
}

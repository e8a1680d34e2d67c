import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { Actions } from '../../../../ui/actions/action-link.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { Tag } from '../../../../ui/frame/section.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { type Dossier, splitBenefits, yearsBetween } from '../../../registry/web/dossier/dossier.ts';
import { useSchemeWords } from '../../../registry/web/dossier/scheme-words.ts';
import { Crumb } from './crumb.tsx';
import { useClientWords } from './words.ts';

/** The head while there is no dossier to name the client by. The window is called by the pseudonymous id, always. */
export function BareHead({ clientId }: { readonly clientId: string }) {
  const { say } = useClientWords();
  return (
    <PageHead
      title={say('client')}
      documentTitle={titleOf(say('client'), clientId)}
      crumb={<Crumb clientId={clientId} />}
    />
  );
}

/** Names of clients stay out of the browser's history. */
function titleOf(word: string, clientId: string): string {
  return `${word} ${clientId}`;
}

/** Who it is, and the two things one comes for. */
export function ClientHead(props: {
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
      documentTitle={titleOf(say('client'), dossier.clientId)}
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

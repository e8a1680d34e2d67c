import { useState } from 'react';
import type { ProblemError } from '../../../platform/web/invoke.ts';
import { useRead } from '../../../platform/web/query.ts';
import { ActionButton } from '../../../ui/actions/action-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { Section } from '../../../ui/frame/section.tsx';
import { Notice } from '../../../ui/notices/notice.tsx';
import { EmptyState, ErrorState, LoadingBlock } from '../../../ui/notices/states.tsx';
import { listSignIns, type Person } from '../contract.ts';
import { roles } from '../role.ts';
import type { Me } from './me.tsx';
import { useSignIn } from './session.ts';
import { useWords } from './words.ts';

const shownPerRole = 6;

/** Sign-in for now: a list of people by role. `last`: whose session has ended, and whose page waits below. */
export function SignInPage({ last }: { readonly last?: Me | undefined }) {
  const { say } = useWords();
  const [search, setSearch] = useState('');
  const list = useRead(listSignIns, {});
  if (list.isError) {
    return (
      <>
        <PageHead title={say('title')} />
        <ErrorState title={say('notFetched')} code={list.error.code} onRetry={() => list.refetch()}>
          {list.error.title || say('notSignedInText')}
        </ErrorState>
      </>
    );
  }
  if (list.data === undefined) return <LoadingBlock />;
  const { people, demo } = list.data;
  const wanted = search.toLocaleLowerCase('nl');
  const found = people.filter((person) =>
    `${person.name} ${person.unit ?? say('nation')}`.toLocaleLowerCase('nl').includes(wanted),
  );
  return (
    <>
      <PageHead
        title={say('title')}
        lead={<p>{say(demo ? 'leadDemo' : 'lead')}</p>}
        controls={
          people.length > 12 ? (
            <TextField label={say('search')} name="search" type="search" value={search} onChange={setSearch} />
          ) : undefined
        }
      />
      {last ? <Ended last={last} /> : null}
      {people.length === 0 ? (
        <EmptyState title={say('empty')}>
          <p>{say('emptyNext')}</p>
          <code>bin/sluitend organisation add-person --name … --email … --role administrator --reach nation</code>
        </EmptyState>
      ) : null}
      {roles.map((role) => (
        <RoleSection key={role} role={role} people={found.filter((person) => person.role === role)} last={last} />
      ))}
    </>
  );
}

/** The way back for who was at work; what they had typed stands there still. */
function Ended({ last }: { readonly last: Me }) {
  const { say } = useWords();
  const write = useSignIn(last);
  const again = () => write.mutate({ personId: last.personId });
  return (
    <>
      <Notice
        kind="warning"
        title={say('ended')}
        actions={
          <ActionButton kind="first" busy={write.isPending} onClick={again}>
            {say('again', { name: last.name })}
          </ActionButton>
        }
      >
        {say('endedText', { name: last.name })}
      </Notice>
      {write.isError ? <NotSignedIn problem={write.error} /> : null}
    </>
  );
}

function NotSignedIn({ problem }: { readonly problem: ProblemError }) {
  const { say } = useWords();
  return (
    <ErrorState title={say('notSignedIn')} code={problem.code}>
      {problem.title || say('notSignedInText')}
    </ErrorState>
  );
}

function RoleSection(props: {
  readonly role: Person['role'];
  readonly people: readonly Person[];
  readonly last: Me | undefined;
}) {
  const { say } = useWords();
  const write = useSignIn(props.last);
  const { people, role } = props;
  if (people.length === 0) return null;
  return (
    <Section title={say(`role.${role}`)}>
      <p className="ui-quiet">{say(`first.${role}`)}</p>
      {write.isError ? <NotSignedIn problem={write.error} /> : null}
      <ul className="ui-choices">
        {people.slice(0, shownPerRole).map((person) => (
          <li key={person.personId}>
            <button className="ui-plain" type="button" onClick={() => write.mutate({ personId: person.personId })}>
              {person.name}
            </button>{' '}
            {person.unit ?? say('nation')}
          </li>
        ))}
      </ul>
      {people.length > shownPerRole ? (
        <p className="ui-quiet">{say('more', { count: people.length - shownPerRole })}</p>
      ) : null}
    </Section>
  );
}

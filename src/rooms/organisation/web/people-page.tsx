import { useState } from 'react';
import { problemOf } from '../../../platform/web/invoke.ts';
import { useRead, useWrite, whenSaved } from '../../../platform/web/query.ts';
import { useUrlState } from '../../../platform/web/url-state.ts';
import { ActionButton } from '../../../ui/actions/action-button.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { Counters } from '../../../ui/lists/counters.tsx';
import { Desk } from '../../../ui/lists/desk.tsx';
import { Notice, SavedLine } from '../../../ui/notices/notice.tsx';
import { ErrorState } from '../../../ui/notices/states.tsx';
import { listPeople, undoPerson } from '../contract.ts';
import { roles } from '../role.ts';
import { PeopleList } from './people-list.tsx';
import { usePeopleWords } from './people-words.ts';
import { isFound } from './person-search.ts';
import { AddSheet, type Done, EndedSheet, PersonSheet } from './person-sheet.tsx';
import { useWords } from './words.ts';

/** No person has this id: ids that the product makes begin with `sl-`, and one of a delivery is never empty. */
const newPerson = '';

/** Everybody who has access and whose access has ended: find, add, change, end. */
export function PeoplePage() {
  const { say, locale } = usePeopleWords();
  const { say: sayShared } = useWords();
  const url = useUrlState();
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const withAccess = useRead(listPeople, {});
  const withoutAccess = useRead(listPeople, { ended: true });
  const undo = useWrite(undoPerson);
  const problem = withAccess.error ?? withoutAccess.error;
  if (problem !== null) {
    return (
      <>
        <PageHead title={say('title')} />
        <ErrorState
          title={say('notFetched')}
          code={problem.code}
          onRetry={() => void Promise.all([withAccess.refetch(), withoutAccess.refetch()])}
        >
          {problem.title || say('failedText')}
        </ErrorState>
      </>
    );
  }
  const isEnded = url.get('access') === 'ended';
  const role = roles.find((each) => each === url.get('role'));
  const all = withAccess.data?.people ?? [];
  const ended = withoutAccess.data?.people ?? [];
  const people = isEnded ? ended : role === undefined ? all : all.filter((person) => person.role === role);
  const chosen = url.get('person');
  const person = [...all, ...ended].find((each) => each.personId === chosen);
  const isLast = person?.role === 'administrator' && all.filter((each) => each.role === 'administrator').length === 1;
  const close = () => url.set({ person: null });
  const finish = (what: Done) => {
    setDone(what);
    close();
  };
  const number = (value: number) => formatNumber(value, locale);
  const takeBack = (entryId: number) =>
    whenSaved(undo.mutateAsync({ entryId }), () => setDone({ entryId: null, sentence: say('undone') }));
  const title = isEnded ? say('ended.title') : role === undefined ? say('everybody') : sayShared(`role.${role}`);
  const sheet = { onClose: close, onDone: finish };
  return (
    <>
      <PageHead
        title={say('title')}
        lead={withAccess.data ? <p>{say('lead', { count: all.length, number: number(all.length) })}</p> : undefined}
        aside={<ActionButton onClick={() => url.set({ person: newPerson })}>{say('add')}</ActionButton>}
        controls={<TextField label={say('search')} name="search" type="search" value={typed} onChange={setTyped} />}
      />
      <Desk
        counters={
          <Counters
            title={say('rolesTitle')}
            counters={[
              {
                word: say('everybody'),
                count: number(all.length),
                href: url.href({ role: null, access: null, person: null }),
                current: !isEnded && role === undefined,
              },
              ...roles.map((each) => ({
                word: say(`many.${each}`),
                count: number(all.filter((of) => of.role === each).length),
                href: url.href({ role: each, access: null, person: null }),
                current: !isEnded && role === each,
              })),
              {
                word: say('ended.title'),
                count: number(ended.length),
                href: url.href({ role: null, access: 'ended', person: null }),
                current: isEnded,
              },
            ]}
          />
        }
        list={
          <>
            <SavedLine busy={undo.isPending} onUndo={done?.entryId ? () => takeBack(done.entryId ?? 0) : undefined}>
              {done?.sentence}
            </SavedLine>
            {undo.isError ? (
              <Notice kind="error" title={say('notSaved')} code={problemOf(undo.error).code}>
                {problemOf(undo.error).title || say('failedText')}
              </Notice>
            ) : null}
            <PeopleList
              title={title}
              people={withAccess.data && withoutAccess.data ? people.filter((each) => isFound(each, typed)) : undefined}
              isSearched={typed.trim() !== ''}
              chosen={chosen}
              hrefOf={(personId) => url.href({ person: personId })}
            />
          </>
        }
        sheet={
          chosen === newPerson ? (
            <AddSheet key="new" {...sheet} />
          ) : person === undefined ? undefined : ended.includes(person) ? (
            <EndedSheet key={person.personId} {...sheet} person={person} />
          ) : (
            <PersonSheet key={person.personId} {...sheet} person={person} isLast={isLast} />
          )
        }
      />
    </>
  );
}

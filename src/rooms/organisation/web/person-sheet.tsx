import { problemOf } from '../../../platform/web/invoke.ts';
import { useWrite, whenSaved } from '../../../platform/web/query.ts';
import { ActionButton } from '../../../ui/actions/action-button.tsx';
import { formatMoment } from '../../../ui/format.ts';
import { Section } from '../../../ui/frame/section.tsx';
import { SideSheet } from '../../../ui/lists/side-sheet.tsx';
import { Notice } from '../../../ui/notices/notice.tsx';
import { addPerson, changePerson, endPerson, undoPerson } from '../contract.ts';
import { useMe } from './me.tsx';
import { usePeopleWords } from './people-words.ts';
import { inputToAdd, inputToChange, type ListedPerson } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { useWords } from './words.ts';

/** What was done, to tell and to take back; null: an undo itself. */
export interface Done {
  readonly sentence: string;
  readonly entryId: number | null;
}

interface SheetProps {
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}

export function AddSheet({ onClose, onDone }: SheetProps) {
  const { say } = usePeopleWords();
  const write = useWrite(addPerson);
  return (
    <SideSheet title={say('add')} onClose={onClose}>
      <PersonForm
        person={null}
        busy={write.isPending}
        problem={write.error}
        onSave={(draft) =>
          whenSaved(write.mutateAsync(inputToAdd(draft)), ({ entryId }) =>
            onDone({ entryId, sentence: say('added', { name: draft.name }) }),
          )
        }
      />
    </SideSheet>
  );
}

/** A person who has access: change, or end it. */
export function PersonSheet(props: SheetProps & { readonly person: ListedPerson; readonly isLast: boolean }) {
  const { say } = usePeopleWords();
  const { person, onClose, onDone } = props;
  const me = useMe();
  const change = useWrite(changePerson);
  const end = useWrite(endPerson);
  const problem = end.error === null ? null : problemOf(end.error);
  const { name, personId } = person;
  return (
    <SideSheet
      title={name}
      subtitle={personId}
      context={
        <>
          <p>
            <Since person={person} />
          </p>
          {person.isDelivered ? <p className="ui-small">{say('delivered')}</p> : null}
        </>
      }
      onClose={onClose}
    >
      <PersonForm
        person={person}
        busy={change.isPending}
        problem={change.error}
        onSave={(draft) => {
          const input = inputToChange(person, draft);
          if (input === null) return onDone({ entryId: null, sentence: say('unchanged', { name }) });
          whenSaved(change.mutateAsync(input), ({ entryId }) =>
            onDone({ entryId, sentence: say('changed', { name: draft.name }) }),
          );
        }}
      />
      <Section title={say('endTitle')}>
        <p>{say(personId === me.personId ? 'endSelf' : 'endText')}</p>
        {problem ? (
          <Notice kind="error" title={say('notSaved')} code={problem.code}>
            {problem.title || say('failedText')}
          </Notice>
        ) : null}
        <div className="ui-actions">
          <ActionButton
            busy={end.isPending}
            unavailable={props.isLast ? say('last') : undefined}
            onClick={() =>
              whenSaved(end.mutateAsync({ personId }), ({ entryId }) =>
                onDone({ entryId, sentence: say('ended', { name }) }),
              )
            }
          >
            {say('end')}
          </ActionButton>
        </div>
      </Section>
    </SideSheet>
  );
}

/** A person whose access has ended: who did, and the way back. */
export function EndedSheet({ person, onClose, onDone }: SheetProps & { readonly person: ListedPerson }) {
  const { say } = usePeopleWords();
  const { say: sayShared } = useWords();
  const undo = useWrite(undoPerson);
  const problem = undo.error === null ? null : problemOf(undo.error);
  const { name, personId, entryId } = person;
  return (
    <SideSheet title={name} subtitle={personId} onClose={onClose}>
      <p>
        {sayShared(`role.${person.role}`)}, {person.unit ?? say('nation')}. <Since person={person} />
      </p>
      {problem ? (
        <Notice kind="error" title={say('notSaved')} code={problem.code}>
          {problem.title || say('failedText')}
        </Notice>
      ) : null}
      {entryId === null ? (
        <p>{say('endedByDelivery')}</p>
      ) : (
        <div className="ui-actions">
          <ActionButton
            busy={undo.isPending}
            onClick={() =>
              whenSaved(undo.mutateAsync({ entryId }), (undone) =>
                onDone({ entryId: undone.entryId, sentence: say('back', { name }) }),
              )
            }
          >
            {say('giveBack')}
          </ActionButton>
        </div>
      )}
    </SideSheet>
  );
}

/** Since when it is so, and by whom. */
function Since({ person }: { readonly person: ListedPerson }) {
  const { say, locale } = usePeopleWords();
  const { knownFrom, enteredBy } = person;
  if (knownFrom === null) return say('sinceFirst');
  const moment = formatMoment(knownFrom, locale);
  return enteredBy === null ? say('sinceDelivery', { moment }) : say('sinceEntry', { moment, name: enteredBy });
}

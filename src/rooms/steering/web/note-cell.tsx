import { useState } from 'react';
import { problemOf } from '../../../platform/web/invoke.ts';
import { useWrite } from '../../../platform/web/query.ts';
import { ActionButton } from '../../../ui/actions/action-button.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Form } from '../../../ui/forms/form.tsx';
import { TextAreaField, TextField } from '../../../ui/forms/text-field.tsx';
import { StateMark } from '../../../ui/marks/state-mark.tsx';
import { Notice } from '../../../ui/notices/notice.tsx';
import { Sub } from '../../../ui/tables/cell.tsx';
import { useMe } from '../../organisation/web/me.tsx';
import { noteAgreement } from '../contract.ts';
import type { AgreementLine } from './agreement.ts';
import { verdictSign } from './signs.ts';
import { useWords } from './words.ts';

/** Cause, measure and owner; who may write notes fills them in here. */
export function NoteCell({ line }: { readonly line: AgreementLine }) {
  const { say, locale } = useWords();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const { note } = line;
  const mayWrite = noteAgreement.roles.includes(me.role);
  if (editing) return <NoteForm line={line} onDone={() => setEditing(false)} />;
  const missed = (line.twelveMonths ?? line.year)?.verdict === 'not_met';
  return (
    <div className="ui-small">
      {note === null ? (
        missed ? (
          <StateMark sign={verdictSign('not_met', say('noCause'))} />
        ) : null
      ) : (
        <p>
          {note.cause} {note.measure}
        </p>
      )}
      <Sub>{say('owner', { owner: note?.owner ?? line.owner[locale] })}</Sub>
      {note === null ? null : <Sub>{say('noted', { by: note.by, date: formatDate(note.notedOn, locale) })}</Sub>}
      {mayWrite && line.why === null ? (
        <ActionButton kind="plain" onClick={() => setEditing(true)}>
          {say(note === null ? 'fillIn' : 'change')}
          <span className="ui-only-read"> {line.id}</span>
        </ActionButton>
      ) : null}
    </div>
  );
}

function NoteForm(props: { readonly line: AgreementLine; readonly onDone: () => void }) {
  const { say, locale } = useWords();
  const { line, onDone } = props;
  const [cause, setCause] = useState(line.note?.cause ?? '');
  const [measure, setMeasure] = useState(line.note?.measure ?? '');
  const [owner, setOwner] = useState(line.note?.owner ?? line.owner[locale]);
  const write = useWrite(noteAgreement);
  const problem = write.isError ? problemOf(write.error) : null;
  return (
    <Form
      label={`${say('cause')} ${line.id}`}
      submitWord={say('save')}
      busy={write.isPending}
      onSubmit={() => write.mutate({ agreementId: line.id, cause, measure, owner }, { onSuccess: onDone })}
      otherActions={
        <ActionButton kind="plain" onClick={onDone}>
          {say('cancel')}
        </ActionButton>
      }
    >
      {problem ? (
        <Notice kind="error" code={problem.code}>
          {problem.title}
        </Notice>
      ) : null}
      <TextAreaField
        label={say('causeField')}
        name={`cause-${line.id}`}
        value={cause}
        onChange={setCause}
        maxLength={1000}
      />
      <TextAreaField
        label={say('measureField')}
        name={`measure-${line.id}`}
        value={measure}
        onChange={setMeasure}
        maxLength={1000}
      />
      <TextField
        label={say('ownerField')}
        name={`owner-${line.id}`}
        value={owner}
        onChange={setOwner}
        maxLength={200}
      />
    </Form>
  );
}

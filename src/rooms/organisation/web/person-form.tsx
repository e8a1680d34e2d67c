import { useState } from 'react';
import { problemOf } from '../../../platform/web/invoke.ts';
import { useRead } from '../../../platform/web/query.ts';
import { CheckboxField, SelectField } from '../../../ui/forms/choice-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Notice } from '../../../ui/notices/notice.tsx';
import { listUnits } from '../contract.ts';
import { type PersonReach, type Role, reaches, roles } from '../role.ts';
import { usePeopleWords } from './people-words.ts';
import { blankDraft, draftOf, findFaults, type ListedPerson, type PersonDraft } from './person-draft.ts';
import { useWords } from './words.ts';

/** The fields of a person: new, or as it stands. What is typed stays when saving fails. */
export function PersonForm(props: {
  readonly person: ListedPerson | null;
  readonly busy: boolean;
  readonly problem: Error | null;
  readonly onSave: (draft: PersonDraft) => void;
}) {
  const { say } = usePeopleWords();
  const { say: sayShared } = useWords();
  const { person } = props;
  const [draft, setDraft] = useState<PersonDraft>(person === null ? blankDraft : draftOf(person));
  const [wrong, setWrong] = useState<ReturnType<typeof findFaults>>([]);
  const units = useRead(listUnits, {});
  const change = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part });
  const districts = units.data?.districts ?? [];
  const choices = draft.reach === 'district' ? districts : districts.flatMap((district) => district.offices);
  const faultText = (field: (typeof wrong)[number]) =>
    say(field === 'unit' ? (draft.reach === 'district' ? 'wrong.district' : 'wrong.office') : `wrong.${field}`);
  const errorOf = (field: (typeof wrong)[number]) => (wrong.includes(field) ? faultText(field) : undefined);
  const problem = props.problem === null ? null : problemOf(props.problem);
  return (
    <Form
      label={say(person === null ? 'add' : 'change')}
      submitWord={say('save')}
      busy={props.busy}
      errors={wrong.map((field) => ({ field, text: faultText(field) }))}
      onSubmit={() => {
        const found = findFaults(person, draft);
        setWrong(found);
        if (found.length === 0) props.onSave(draft);
      }}
      before={
        problem ? (
          <Notice kind="error" title={say('notSaved')} code={problem.code}>
            {problem.title || say('failedText')}
          </Notice>
        ) : null
      }
    >
      <TextField
        label={say('name')}
        name="name"
        value={draft.name}
        maxLength={200}
        onChange={(name) => change({ name })}
        error={errorOf('name')}
      />
      <TextField
        label={say('email')}
        name="email"
        value={draft.email}
        onChange={(email) => change({ email })}
        error={errorOf('email')}
      />
      <SelectField
        label={say('role')}
        name="role"
        value={draft.role}
        onChange={(role) => change({ role: role as Role })}
        options={roles.map((role) => ({ value: role, word: sayShared(`role.${role}`) }))}
      />
      <SelectField
        label={say('reach')}
        name="reach"
        value={draft.reach}
        onChange={(reach) => change({ reach: reach as PersonReach, unit: '' })}
        options={reaches.map((reach) => ({ value: reach, word: say(`reach.${reach}`) }))}
      />
      {draft.reach === 'nation' ? null : (
        <SelectField
          label={say(draft.reach === 'district' ? 'district' : 'office')}
          name="unit"
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          options={choices.map((unit) => ({ value: unit.id, word: unit.name }))}
          error={errorOf('unit')}
        />
      )}
      <TextField
        label={say('adviserId')}
        name="adviserId"
        optional
        hint={say('adviserHint')}
        value={draft.adviserId}
        onChange={(adviserId) => change({ adviserId })}
      />
      <CheckboxField
        label={say('protected')}
        name="opensProtected"
        checked={draft.opensProtected}
        onChange={(opensProtected) => change({ opensProtected })}
      />
    </Form>
  );
}

import { useState } from 'react';
import { problemOf, useRead, useWrite } from '../../../platform/web/query.ts';
import { Disclosure } from '../../../ui/actions/disclosure.tsx';
import { CheckboxField, SelectField } from '../../../ui/forms/choice-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { PageHead } from '../../../ui/frame/page-head.tsx';
import { Section } from '../../../ui/frame/section.tsx';
import { Notice } from '../../../ui/notices/notice.tsx';
import { ErrorState } from '../../../ui/notices/states.tsx';
import { DataTable } from '../../../ui/tables/data-table.tsx';
import { addPerson, listPeople, listUnits } from '../contract.ts';
import { type PersonReach, type Role, reaches, roles } from '../role.ts';
import { useWords } from './words.ts';

/** Everybody who has access, and a form to add somebody. */
export function PeoplePage() {
  const { say } = useWords();
  const list = useRead(listPeople, {});
  if (list.isError) {
    return (
      <>
        <PageHead title={say('people')} />
        <ErrorState title={say('peopleNotFetched')} code={list.error.code} onRetry={() => void list.refetch()}>
          {list.error.title}
        </ErrorState>
      </>
    );
  }
  const people = list.data?.people;
  return (
    <>
      <PageHead
        title={say('people')}
        lead={people ? <p>{say('peopleLead', { count: people.length })}</p> : undefined}
      />
      <Disclosure summary={say('add')}>
        <AddPerson />
      </Disclosure>
      <Section title={say('people')} titleHidden>
        <DataTable
          caption={say('people')}
          captionHidden
          narrow="to-list"
          rows={people ?? []}
          loadingRows={people ? undefined : 8}
          rowKey={(person) => person.personId}
          columns={[
            { id: 'name', head: say('name'), cell: (person) => person.name, rowHead: true },
            { id: 'role', head: say('role'), cell: (person) => say(`role.${person.role}`) },
            { id: 'reach', head: say('reach'), cell: (person) => person.unit ?? say('nation') },
            { id: 'email', head: say('email'), cell: (person) => person.email },
            { id: 'protected', head: say('protected'), cell: (person) => say(person.opensProtected ? 'yes' : 'no') },
          ]}
        />
      </Section>
    </>
  );
}

const blank = { name: '', email: '', role: 'adviser', reach: 'office', unit: '', adviserId: '', opensProtected: false };

function AddPerson() {
  const { say } = useWords();
  const [form, setForm] = useState(blank);
  const [added, setAdded] = useState<string | null>(null);
  const units = useRead(listUnits, {});
  const write = useWrite(addPerson);
  const change = (part: Partial<typeof blank>) => setForm({ ...form, ...part });
  const districts = units.data?.districts ?? [];
  const choices = form.reach === 'district' ? districts : districts.flatMap((district) => district.offices);
  const submit = () => {
    const { unit, adviserId, ...rest } = form;
    const input = {
      ...rest,
      role: form.role as Role,
      reach: form.reach as PersonReach,
      ...(form.reach === 'office' ? { officeId: unit } : {}),
      ...(form.reach === 'district' ? { districtId: unit } : {}),
      ...(adviserId === '' ? {} : { adviserId }),
    };
    write.mutate(input, {
      onSuccess: () => {
        setAdded(form.name);
        setForm(blank);
      },
    });
  };
  const problem = write.isError ? problemOf(write.error) : null;
  const faultOf = (field: string) => problem?.errors.find((fault) => fault.field === field)?.message;
  return (
    <Form label={say('add')} onSubmit={submit} submitWord={say('save')} busy={write.isPending}>
      {added ? <Notice kind="success">{say('added', { name: added })}</Notice> : null}
      {problem ? (
        <Notice kind="error" code={problem.code}>
          {problem.title}
        </Notice>
      ) : null}
      <TextField
        label={say('name')}
        name="name"
        value={form.name}
        onChange={(name) => change({ name })}
        error={faultOf('name')}
      />
      <TextField
        label={say('email')}
        name="email"
        value={form.email}
        onChange={(email) => change({ email })}
        error={faultOf('email')}
      />
      <SelectField
        label={say('role')}
        name="role"
        value={form.role}
        onChange={(role) => change({ role })}
        options={roles.map((role) => ({ value: role, word: say(`role.${role}`) }))}
      />
      <SelectField
        label={say('reach')}
        name="reach"
        value={form.reach}
        onChange={(reach) => change({ reach, unit: '' })}
        options={reaches.map((reach) => ({ value: reach, word: say(`reach.${reach}`) }))}
      />
      {form.reach === 'nation' ? null : (
        <SelectField
          label={say(form.reach === 'district' ? 'district' : 'office')}
          name="unit"
          value={form.unit}
          onChange={(unit) => change({ unit })}
          emptyWord="–"
          options={choices.map((unit) => ({ value: unit.id, word: unit.name }))}
        />
      )}
      <TextField
        label={say('adviserId')}
        name="adviserId"
        optional
        value={form.adviserId}
        onChange={(adviserId) => change({ adviserId })}
      />
      <CheckboxField
        label={say('protected')}
        name="opensProtected"
        checked={form.opensProtected}
        onChange={(opensProtected) => change({ opensProtected })}
      />
    </Form>
  );
}

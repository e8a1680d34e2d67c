import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '../../../../platform/web/query.ts';
import { Form } from '../../../../ui/forms/form.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { PageHead } from '../../../../ui/frame/page-head.tsx';
import { Facts, Section } from '../../../../ui/frame/section.tsx';
import { EmptyState, ErrorState, LoadingSentence } from '../../../../ui/notices/states.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { findClients } from '../../index.ts';
import { FoundTable } from './found-table.tsx';
import { useSearchWords } from './words.ts';

/** Find a client by name, birth date, id or BSN; what was asked stays in memory, never in an address. */
export function ClientsPage() {
  const { say } = useSearchWords();
  const [asked, setAsked] = useAsked();
  const [text, setText] = useState(asked);
  const [isTooShort, setTooShort] = useState(false);
  const read = useRead(findClients, asked === '' ? null : { text: asked });
  const submit = () => {
    const trimmed = text.trim();
    setTooShort(trimmed.length < 2);
    if (trimmed.length < 2) return;
    if (trimmed === asked) void read.refetch();
    else setAsked(trimmed);
  };
  return (
    <>
      <PageHead title={say('title')} lead={<p>{say('lead')}</p>} />
      <div className="ui-text">
        <Form
          label={say('form')}
          submitWord={say('search')}
          busy={read.isFetching}
          onSubmit={submit}
          errors={isTooShort ? [{ field: 'client-text', text: say('tooShort') }] : []}
        >
          <TextField
            label={say('field')}
            name="client-text"
            type="search"
            value={text}
            onChange={setText}
            maxLength={100}
            hint={say('hint')}
            error={isTooShort ? say('tooShort') : undefined}
          />
        </Form>
      </div>
      <Found asked={asked} read={read} />
    </>
  );
}

function Found(props: { readonly asked: string; readonly read: ReturnType<typeof useRead<typeof findClients>> }) {
  const { say } = useSearchWords();
  const { read } = props;
  if (props.asked === '') return <WhatCanBeSearched />;
  if (read.isError) {
    return (
      <Section title={say('title')} titleHidden>
        <ErrorState title={say('failed')} code={read.error.code} onRetry={() => void read.refetch()}>
          {read.error.title || say('failedText')}
        </ErrorState>
      </Section>
    );
  }
  const found = read.data;
  const count = found?.clients.length ?? 0;
  if (found && count === 0) {
    return (
      <Section title={say('found', { count })} titleHidden>
        <div role="status">
          <EmptyState title={say('emptyTitle')}>{say('emptyText')}</EmptyState>
        </div>
      </Section>
    );
  }
  const title = found === undefined ? say('loading') : say(found.more ? 'foundMore' : 'found', { count });
  return (
    <Section title={<span role="status">{title}</span>} lead={found?.more ? say('more', { count }) : undefined}>
      <FoundTable clients={found?.clients} />
      {found === undefined ? <LoadingSentence>{say('loading')}</LoadingSentence> : null}
    </Section>
  );
}

function WhatCanBeSearched() {
  const { say } = useSearchWords();
  const ways = ['name', 'birth', 'id', 'bsn'] as const;
  return (
    <Section title={say('how.title')}>
      <Facts facts={ways.map((way) => ({ term: say(`how.${way}`), detail: say(`how.${way}Text`) }))} />
    </Section>
  );
}

/** The last question of this person, kept in memory so that the way back from a client shows the same list. */
function useAsked(): readonly [string, (text: string) => void] {
  const cache = useQueryClient();
  const key = ['registry.last-search', useMe().personId];
  const [asked, setAsked] = useState(cache.getQueryData<string>(key) ?? '');
  return [
    asked,
    (text) => {
      cache.setQueryData(key, text);
      setAsked(text);
    },
  ];
}

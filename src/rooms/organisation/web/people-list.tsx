import { formatNumber } from '../../../ui/format.ts';
import { TextLink } from '../../../ui/navigation.tsx';
import { EmptyState } from '../../../ui/notices/states.tsx';
import { RowList } from '../../../ui/tables/row-list.tsx';
import { usePeopleWords } from './people-words.ts';
import type { ListedPerson } from './person-draft.ts';
import { useWords } from './words.ts';

/** More than one reads: from here on one searches. */
const shown = 100;

/** People of one role, by name; each opens its sheet. */
export function PeopleList(props: {
  readonly title: string;
  /** Undefined while they are fetched. */
  readonly people: readonly ListedPerson[] | undefined;
  readonly isSearched: boolean;
  readonly chosen: string | null;
  readonly hrefOf: (personId: string) => string;
}) {
  const { say, locale } = usePeopleWords();
  const { say: sayShared } = useWords();
  const { people } = props;
  if (people?.length === 0) {
    return (
      <EmptyState title={say(props.isSearched ? 'nobodyFound' : 'nobody')}>
        {props.isSearched ? say('nobodyFoundText') : undefined}
      </EmptyState>
    );
  }
  const byName = people?.toSorted((a, b) => a.name.localeCompare(b.name, 'nl')) ?? [];
  const more = byName.length - shown;
  return (
    <RowList
      caption={props.title}
      narrow="to-list"
      isMain
      rows={byName.slice(0, shown)}
      loadingRows={people ? undefined : 8}
      rowKey={(person) => person.personId}
      currentKey={props.chosen ?? undefined}
      foot={more > 0 ? say('more', { count: more, number: formatNumber(more, locale) }) : undefined}
      columns={[
        {
          id: 'name',
          head: say('name'),
          rowHead: true,
          cell: (person) => (
            <TextLink data-row-focus href={props.hrefOf(person.personId)}>
              {person.name}
            </TextLink>
          ),
        },
        { id: 'role', head: say('role'), cell: (person) => sayShared(`role.${person.role}`) },
        { id: 'reach', head: say('reach'), cell: (person) => person.unit ?? say('nation') },
        { id: 'email', head: say('email'), cell: (person) => person.email },
        { id: 'protected', head: say('protected'), cell: (person) => say(person.opensProtected ? 'yes' : 'no') },
      ]}
    />
  );
}

import type { ListedPerson } from './person-draft.ts';

/** Whether each word of what was typed is in the name, the unit, the e-mail address or the id; accents and capitals aside. */
export function isFound(person: Pick<ListedPerson, 'name' | 'unit' | 'email' | 'personId'>, typed: string): boolean {
  const text = plain(`${person.name} ${person.unit ?? ''} ${person.email} ${person.personId}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

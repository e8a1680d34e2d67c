import { expect, test } from 'vitest';
import { blankDraft, draftOf, findFaults, inputToAdd, inputToChange, type ListedPerson } from './person-draft.ts';
import { isFound } from './person-search.ts';

const person: ListedPerson = {
  personId: 'P00003',
  name: 'Özlem de Vries',
  email: 'o.devries@example.nl',
  role: 'planner',
  reach: 'office',
  unit: 'Heerlen',
  officeId: 'O3',
  districtId: null,
  adviserId: null,
  opensProtected: false,
  isDelivered: true,
  knownFrom: null,
  entryId: null,
  enteredBy: null,
};
const draft = draftOf(person);

test('only what differs is sent', () => {
  expect(inputToChange(person, draft)).toBeNull();
  expect(inputToChange(person, { ...draft, role: 'controller' })).toEqual({ personId: 'P00003', role: 'controller' });
  expect(inputToChange(person, { ...draft, reach: 'district', unit: 'D2', adviserId: 'A1' })).toEqual({
    personId: 'P00003',
    reach: 'district',
    districtId: 'D2',
    adviserId: 'A1',
  });
  expect(inputToChange(person, { ...draft, reach: 'nation', unit: '' })).toEqual({
    personId: 'P00003',
    reach: 'nation',
  });
  expect(inputToChange({ ...person, adviserId: 'A1' }, draft)).toEqual({ personId: 'P00003', adviserId: '' });
});

test('what is missing is named in the order of the form', () => {
  expect(findFaults(null, blankDraft)).toEqual(['name', 'email', 'unit']);
  expect(findFaults(person, { ...draft, email: 'o.devries' })).toEqual(['email']);
  expect(findFaults(person, { ...draft, reach: 'district', unit: '' })).toEqual(['unit']);
  expect(findFaults(person, { ...draft, reach: 'nation', unit: '' })).toEqual([]);
});

test('an odd address that a delivery brought does not stand in the way of another change', () => {
  const odd = { ...person, email: 'geen' };
  expect(findFaults(odd, { ...draftOf(odd), role: 'controller' })).toEqual([]);
});

test('a new person has a unit with the reach, and no empty adviser', () => {
  const filled = { ...blankDraft, name: 'Daan Vos', email: 'd.vos@example.nl', unit: 'O1' };
  expect(inputToAdd(filled)).toEqual({
    name: 'Daan Vos',
    email: 'd.vos@example.nl',
    role: 'adviser',
    reach: 'office',
    officeId: 'O1',
    opensProtected: false,
  });
  expect(inputToAdd({ ...filled, reach: 'nation', adviserId: 'A9' })).toMatchObject({
    reach: 'nation',
    adviserId: 'A9',
  });
});

test.each([
  ['', true],
  ['ozlem', true],
  ['VRIES heer', true],
  ['P00003', true],
  ['devries@', true],
  ['vries maastricht', false],
])('searching %j finds the person: %s', (typed, found) => {
  expect(isFound(person, typed)).toBe(found);
});

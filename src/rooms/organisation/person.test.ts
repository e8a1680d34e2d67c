import { expect, test } from 'vitest';
import { changePerson, isUnitOfReach, losesLastAdministrator, type PersonFacts } from './person.ts';

const person: PersonFacts = {
  name: 'Sanne Kok',
  email: 's.kok@example.nl',
  role: 'planner',
  reach: 'office',
  officeId: 'O1',
  districtId: null,
  adviserId: 'A1',
  opensProtected: true,
};

test('what a change leaves out stays', () => {
  expect(changePerson(person, {})).toEqual(person);
  expect(changePerson(person, { role: 'controller', opensProtected: false })).toEqual({
    ...person,
    role: 'controller',
    opensProtected: false,
  });
});

test('another reach leaves the old unit behind; the own adviser goes when it is emptied', () => {
  expect(changePerson(person, { reach: 'nation' })).toEqual({ ...person, reach: 'nation', officeId: null });
  expect(changePerson(person, { reach: 'district', districtId: 'D2' })).toEqual({
    ...person,
    reach: 'district',
    officeId: null,
    districtId: 'D2',
  });
  expect(changePerson(person, { officeId: 'O2' }).officeId).toBe('O2');
  expect(changePerson(person, { adviserId: '' }).adviserId).toBeNull();
});

test.each([
  [{}, true],
  [{ officeId: 'O2' }, true],
  [{ reach: 'nation' }, true],
  [{ reach: 'district', districtId: 'D1' }, true],
  [{ reach: 'district' }, false],
  [{ reach: 'nation', officeId: 'O1' }, false],
  [{ districtId: 'D1' }, false],
] as const)('after the change %j the unit fits the reach: %s', (change, fits) => {
  expect(isUnitOfReach(changePerson(person, change))).toBe(fits);
});

test('only who was the one administrator and stays none is the last', () => {
  const administrator = { role: 'administrator' } as const;
  expect(losesLastAdministrator(administrator, null, 0)).toBe(true);
  expect(losesLastAdministrator(administrator, person, 0)).toBe(true);
  expect(losesLastAdministrator(administrator, person, 1)).toBe(false);
  expect(losesLastAdministrator(administrator, administrator, 0)).toBe(false);
  expect(losesLastAdministrator(person, null, 0)).toBe(false);
  expect(losesLastAdministrator(null, administrator, 0)).toBe(false);
});

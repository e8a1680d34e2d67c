import { expect, test } from 'vitest';
import { machineActor } from '../../platform/access.ts';
import { findOfficesWithinReach } from './reach.ts';

const offices = [
  { officeKey: 1, id: 'O1', districtId: 'D1' },
  { officeKey: 2, id: 'O2', districtId: 'D1' },
  { officeKey: 3, id: 'O3', districtId: 'D2' },
];
const idsFor = (reach: 'all' | number[], level: 'office' | 'district', unitId: string) =>
  findOfficesWithinReach({ ...machineActor, offices: reach }, offices, { level, unitId })?.map(({ id }) => id) ?? null;

test('a unit is within reach when all its offices are', () => {
  expect(idsFor([1], 'office', 'O1')).toEqual(['O1']);
  expect(idsFor([1], 'office', 'O2')).toBeNull();
  expect(idsFor([1], 'district', 'D1')).toBeNull();
  expect(idsFor([1, 2], 'district', 'D1')).toEqual(['O1', 'O2']);
  expect(idsFor('all', 'district', 'D2')).toEqual(['O3']);
});

test('what does not exist is within nobody’s reach, and an id of another level is not that unit', () => {
  expect(idsFor('all', 'office', 'O9')).toBeNull();
  expect(idsFor('all', 'district', 'O1')).toBeNull();
  expect(idsFor([], 'district', 'D1')).toBeNull();
});

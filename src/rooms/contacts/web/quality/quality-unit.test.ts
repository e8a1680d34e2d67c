import { expect, test } from 'vitest';
import { findUnit, listParts, type QualityFigures, type QualityUnit, qualityHref } from './quality-unit.ts';

const figures = { held: 10, timely: 10, toRegister: 0, duplicates: 0, outside: 0 } as unknown as QualityFigures;
const unit = (level: QualityUnit['level'], id: string, more: Partial<QualityUnit> = {}): QualityUnit => ({
  level,
  id,
  name: id,
  districtId: null,
  all: figures,
  schemes: [],
  ...more,
});
const units = [
  unit('nation', ''),
  unit('district', 'D1'),
  unit('district', 'D2', { all: { ...figures, timely: 4 } }),
  unit('office', 'O1', { districtId: 'D1' }),
  unit('office', 'O2', { districtId: 'D2' }),
];

test('without an address the reader gets the widest own unit', () => {
  const asked = { level: null, unit: null };
  expect(findUnit(units, { ...asked, reach: 'nation' })?.level).toBe('nation');
  expect(findUnit(units, { ...asked, reach: 'district' })?.id).toBe('D1');
  expect(findUnit(units.slice(3), { ...asked, reach: 'district' })?.id).toBe('O1');
  expect(findUnit(units, { level: 'office', unit: 'O2', reach: 'nation' })?.id).toBe('O2');
  expect(findUnit(units, { level: 'office', unit: 'elsewhere', reach: 'nation' })?.level).toBe('nation');
});

test('parts are the next level down, where most came late first', () => {
  expect(listParts(units, { level: 'nation', id: '' }).map((part) => part.id)).toEqual(['D2', 'D1']);
  expect(listParts(units, { level: 'district', id: 'D2' }).map((part) => part.id)).toEqual(['O2']);
  expect(listParts(units, { level: 'office', id: 'O2' })).toEqual([]);
});

test('an address keeps the dates', () => {
  const dates = { at: '2019-08-31', known: null };
  expect(qualityHref({ level: 'nation', id: '' }, { list: 'late', scheme: 'WW', dates })).toBe(
    '/registration/late?level=nation&scheme=WW&at=2019-08-31',
  );
});

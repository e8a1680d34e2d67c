import { expect, test } from 'vitest';
import {
  countOf,
  figuresOf,
  findUnit,
  groupOf,
  groups,
  listParts,
  profilesOf,
  type QualityUnit,
  qualityHref,
  readGroup,
  schemesOf,
} from './quality-unit.ts';

const figures: QualityUnit['all'] = {
  valid: 14,
  held: 10,
  timely: 10,
  medianLagDays: 0,
  heldTwelveMonths: 12,
  timelyTwelveMonths: 11,
  toRegister: 0,
  toRegisterOverMonth: 0,
  duplicates: 0,
  outside: 0,
  lags: { d0: 9, d1: 1, d2: 0, d3: 0, d4: 0, d5: 0, d10: 0, d30: 0, more: 0 },
};
const unit = (level: QualityUnit['level'], id: string, more: Partial<QualityUnit> = {}): QualityUnit => ({
  level,
  id,
  name: id,
  districtId: null,
  all: figures,
  schemes: [],
  profiles: [],
  ...more,
});
const units = [
  unit('nation', ''),
  unit('district', 'D1'),
  unit('district', 'D2', { all: { ...figures, timely: 4 } }),
  unit('district', 'D3', { all: { ...figures, toRegister: 1 } }),
  unit('office', 'O1', { districtId: 'D1' }),
  unit('office', 'O2', { districtId: 'D2' }),
];
const ofSchemes = unit('nation', '', {
  schemes: [
    { scheme: 'WAJONG', ...figures, toRegister: 2 },
    { scheme: 'WIA_WGA', ...figures, timely: 7 },
    { scheme: 'WW', ...figures, held: 100 },
  ],
  profiles: [
    { scheme: 'WAJONG', valid: 5, expired: 3, none: 1, unprofiled: 4 },
    { scheme: 'WW', valid: 50, expired: 3, none: 2, unprofiled: 7 },
  ],
});

test('without an address the reader gets the widest own unit', () => {
  const asked = { level: null, unit: null };
  expect(findUnit(units, { ...asked, reach: 'nation' })?.level).toBe('nation');
  expect(findUnit(units, { ...asked, reach: 'district' })?.id).toBe('D1');
  expect(findUnit(units.slice(4), { ...asked, reach: 'district' })?.id).toBe('O1');
  expect(findUnit(units, { level: 'office', unit: 'O2', reach: 'nation' })?.id).toBe('O2');
  expect(findUnit(units, { level: 'office', unit: 'elsewhere', reach: 'nation' })?.level).toBe('nation');
});

test('parts are the next level down, where most is to register first, then where most came late', () => {
  const idsBelow = (level: QualityUnit['level'], id: string) =>
    listParts(units, { level, id }, undefined).map((part) => part.unit.id);
  expect(idsBelow('nation', '')).toEqual(['D3', 'D2', 'D1']);
  expect(idsBelow('district', 'D2')).toEqual(['O2']);
  expect(idsBelow('office', 'O2')).toEqual([]);
});

test('figures of a group are those of its schemes added up', () => {
  const of = figuresOf(ofSchemes, schemesOf('wia-wajong'));
  expect(of).toMatchObject({ held: 20, timely: 17, toRegister: 2, lags: { d0: 18, d1: 2 } });
  expect(countOf('late', of)).toBe(3);
  expect(figuresOf(ofSchemes, undefined)).toBe(ofSchemes.all);
  expect(profilesOf(ofSchemes, 'WAJONG')).toEqual({ valid: 5, expired: 3, none: 1, unprofiled: 4 });
  expect(profilesOf(ofSchemes, undefined)).toMatchObject({ valid: 55, none: 3 });
});

test('a group and its schemes name each other; without one the reader gets the own focus', () => {
  for (const group of groups) expect(groupOf(schemesOf(group))).toBe(group);
  expect(groupOf('WAJONG')).toBe('wia-wajong');
  expect([readGroup('all', 'ww'), readGroup('nonsense', 'ww'), readGroup(null, 'wia-wajong')]).toEqual([
    'all',
    'ww',
    'wia-wajong',
  ]);
});

test('an address keeps the dates', () => {
  const dates = { at: '2019-08-31', known: null };
  const nation = { level: 'nation', id: '' } as const;
  expect(qualityHref(nation, { list: 'late', schemes: 'WW', dates })).toBe(
    '/registration/late?level=nation&schemes=WW&at=2019-08-31',
  );
  expect(qualityHref(nation, { profiles: 'none', schemes: 'WAJONG', dates })).toBe(
    '/registration/profiles/none?level=nation&schemes=WAJONG&at=2019-08-31',
  );
});

import { describe, expect, it } from 'vitest';
import { coverageHref, readDistrict } from './unit-asked.ts';

const district = { reach: 'district', unit: { id: 'D01', name: 'Limburg' } } as const;
const national = { reach: 'nation', unit: null } as const;

describe('the unit of the page', () => {
  it('is the own district for who reaches one, the nation for others', () => {
    expect(readDistrict(null, district)).toBe('D01');
    expect(readDistrict(null, national)).toBeNull();
    expect(readDistrict(null, { reach: 'office', unit: { id: 'V1', name: 'Zuid-Limburg' } })).toBeNull();
  });

  it('is what the address says', () => {
    expect(readDistrict('D02', district)).toBe('D02');
    expect(readDistrict('nation', district)).toBeNull();
    expect(coverageHref(null)).toBe('/coverage?district=nation');
    expect(coverageHref('D 1')).toBe('/coverage?district=D%201');
  });
});

import { describe, expect, it } from 'vitest';
import { findLatestProfile, isOpenOn, isProfileValid, splitSpells, yearsBetween } from './dossier.ts';

const today = '2019-09-15';

describe('spells', () => {
  const spells = [
    { benefitId: 'B1', from: '2017-05-29', to: '2017-12-01' },
    { benefitId: 'B1', from: '2018-03-01', to: null },
    { benefitId: 'B2', from: '2019-01-01', to: null },
  ];

  it('are those of one benefit: the one that holds, and the earlier ones', () => {
    const { current, earlier } = splitSpells(spells, { benefitId: 'B1', today });
    expect([current?.from, earlier.map((of) => of.from)]).toEqual(['2018-03-01', ['2017-05-29']]);
  });

  it('end on the first day without', () => {
    const ended = [{ benefitId: 'B1', from: '2019-01-01', to: today }];
    expect(splitSpells(ended, { benefitId: 'B1', today }).current).toBeNull();
    expect(isOpenOn({ from: '2019-01-01', to: today }, '2019-09-14')).toBe(true);
    expect(isOpenOn({ from: '2019-01-01', to: today }, today)).toBe(false);
  });
});

describe('age', () => {
  it('counts whole years, the birthday included', () => {
    expect([yearsBetween('1978-09-15', today), yearsBetween('1978-09-16', today)]).toEqual([41, 40]);
  });
});

describe('the profile that holds', () => {
  const of = (profileId: string, assessedOn: string, validUntil: string | null) => ({
    profileId,
    benefitId: 'B1',
    assessedOn,
    validUntil,
  });

  it('is the latest one, also when an earlier one was valid for longer', () => {
    const earlier = of('P1', '2018-08-27', '2020-08-27');
    const later = of('P2', '2019-09-15', null);
    expect(findLatestProfile([earlier, later])).toBe(later);
    expect(findLatestProfile([later, of('P3', '2019-09-15', null), earlier])?.profileId).toBe('P3');
  });

  it('is that of the benefit when one is asked', () => {
    const own = of('P1', '2018-08-27', null);
    expect(findLatestProfile([own, { ...of('P2', '2019-01-01', null), benefitId: 'B2' }], 'B1')).toBe(own);
    expect(findLatestProfile([own], 'B2')).toBeUndefined();
  });

  it('is valid until the day before its end, or without end', () => {
    expect(isProfileValid({ validUntil: '2019-09-16' }, today)).toBe(true);
    expect(isProfileValid({ validUntil: today }, today)).toBe(false);
    expect(isProfileValid({ validUntil: null }, today)).toBe(true);
  });
});

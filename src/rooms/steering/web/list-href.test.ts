import { expect, test } from 'vitest';
import { listHref, listPageOf } from './list-href.ts';

const today = { at: null, known: null };

test('a number to do leads to its list of the nation, at the dates of the page', () => {
  const benefits = { kind: 'benefits', figure: 'closure', part: 'missing' } as const;
  expect(listHref(benefits, today)).toBe('/coverage/benefits?figure=closure&part=missing');
  expect(listHref(benefits, { at: '2019-08-31', known: '2019-09-02' })).toBe(
    '/coverage/benefits?figure=closure&part=missing&at=2019-08-31&known=2019-09-02',
  );
  const contacts = { kind: 'contacts', list: 'to-register', schemes: 'WIA_WGA,WAJONG' } as const;
  expect(listHref(contacts, today)).toBe('/registration/to-register?level=nation&schemes=WIA_WGA%2CWAJONG');
  const profiles = { kind: 'profiles', list: 'not-valid', schemes: 'WAJONG' } as const;
  expect(listHref(profiles, today)).toBe('/registration/profiles/not-valid?level=nation&schemes=WAJONG');
  expect([benefits, contacts, profiles].map(listPageOf)).toEqual(['coverage', 'registration', 'registration']);
});

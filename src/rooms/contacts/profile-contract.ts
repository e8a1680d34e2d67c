import * as z from 'zod';
import { contract } from '../../platform/contract.ts';
import { pages, shownCount } from '../organisation/index.ts';
import { profileParts } from '../registry/index.ts';
import { dates, place, schemes, unknownUnit } from './quality-contract.ts';

/** Valid profiles over 13 months. */
export const showProfileTrend = contract({
  name: 'contacts.profile-trend',
  method: 'GET',
  path: '/registration-quality/profile-trend',
  summary: {
    nl: 'Geldige klantprofielen over 13 maanden, elk punt zoals toen bekend',
    en: 'Valid client profiles over 13 months, each point as known then',
  },
  input: z.object({ ...place, schemes, at: dates.at }),
  output: z.object({
    /** 12 month ends before `at`, and `at` itself: enrolled benefits and those of them with a valid profile. */
    points: z.array(z.object({ at: z.iso.date(), valid: shownCount, enrolled: shownCount })),
  }),
  roles: [...pages.registration],
  reach: 'figures',
  refusals: unknownUnit,
});

/** Benefits behind a figure of profiles, a page at a time: what has waited longest first. */
export const listProfiles = contract({
  name: 'contacts.profile-list',
  method: 'GET',
  path: '/registration-quality/profiles/{part}',
  positional: ['part'],
  summary: {
    nl: 'Uitkeringen naar klantprofiel: ontbreekt, verlopen, geldig',
    en: 'Benefits by client profile: none, expired, valid',
  },
  input: z.object({
    part: z.enum(profileParts),
    ...place,
    schemes,
    ...dates,
    after: z.string().max(120).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** All benefits of the figure; told only where the figure itself is. */
    count: shownCount,
    /** Those of them that the reader may not open. */
    closed: shownCount,
    benefits: z.array(
      z.object({
        benefitId: z.string(),
        clientId: z.string(),
        /** Null for roles that see no names. */
        name: z.string().nullable(),
        protected: z.boolean(),
        scheme: z.string(),
        office: z.object({ id: z.string(), name: z.string() }),
        /** Assigned on `at`; null when nobody is. */
        adviserId: z.string().nullable(),
        /** Null for roles that see no names. */
        adviserName: z.string().nullable(),
        startDate: z.iso.date(),
        /** Of the latest profile; null without. */
        assessedOn: z.iso.date().nullable(),
        /** The first day on which the latest profile no longer holds; null without a profile or without an end. */
        validUntil: z.iso.date().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  roles: [...pages.registration],
  reach: 'figures',
  refusals: unknownUnit,
});

import type * as z from 'zod';
import { addShown, type ShownCount, subtractShown } from '../organisation/index.ts';
import type { ProfilePart } from '../registry/index.ts';
import { lagBuckets, type QualityList, type showQuality } from './quality-contract.ts';

/** Figures of one unit as the page shows them. */
export type QualityUnit = z.output<typeof showQuality.output>['units'][number];
/** What can be added up over schemes; a median cannot. */
export type GroupFigures = Omit<QualityUnit['all'], 'medianLagDays'>;
export type ProfileCounts = Omit<QualityUnit['profiles'][number], 'scheme'>;

const added = [
  'valid',
  'held',
  'timely',
  'heldTwelveMonths',
  'timelyTwelveMonths',
  'toRegister',
  'toRegisterOverMonth',
  'duplicates',
  'outside',
] as const;

/** The figures of some schemes together, named as contracts and addresses do; of all where none are named. */
export function figuresOf(unit: Pick<QualityUnit, 'all' | 'schemes'>, schemes: string | undefined): GroupFigures {
  if (schemes === undefined) return unit.all;
  const named = unit.schemes.filter((each) => schemes.split(',').includes(each.scheme));
  const sum = (read: (of: GroupFigures) => ShownCount) => addShown(named.map(read));
  return {
    ...(Object.fromEntries(added.map((key) => [key, sum((of) => of[key])])) as Pick<
      GroupFigures,
      (typeof added)[number]
    >),
    lags: Object.fromEntries(
      lagBuckets.map((bucket) => [bucket, sum((of) => of.lags[bucket])]),
    ) as GroupFigures['lags'],
  };
}

export function profilesOf(unit: Pick<QualityUnit, 'profiles'>, schemes: string | undefined): ProfileCounts {
  const named = unit.profiles.filter((each) => schemes === undefined || schemes.split(',').includes(each.scheme));
  const sum = (key: keyof ProfileCounts) => addShown(named.map((of) => of[key]));
  return { valid: sum('valid'), expired: sum('expired'), none: sum('none'), unprofiled: sum('unprofiled') };
}

/** Enrolled benefits: with a valid profile, an expired one, or none. */
export function countEnrolled({ valid, expired, none }: Omit<ProfileCounts, 'unprofiled'>): ShownCount {
  return addShown([valid, expired, none]);
}

/** How many benefits stand on a list of profiles. */
export function countProfiles(part: ProfilePart, of: ProfileCounts): ShownCount {
  return part === 'not-valid' ? addShown([of.expired, of.none]) : of[part];
}

/** How many contacts stand on a list. */
export function countOf(list: QualityList, of: GroupFigures): ShownCount {
  switch (list) {
    case 'to-register':
      return of.toRegister;
    case 'to-register-month':
      return of.toRegisterOverMonth;
    case 'late':
      return subtractShown(of.held, of.timely);
    case 'duplicates':
    case 'outside':
    case 'held':
    case 'valid':
      return of[list];
  }
}

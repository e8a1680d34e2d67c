import { computeTooSmall, hidePlaces, type NationalCount, type ShownCount, type SumOf } from '../organisation/index.ts';
import { lagBuckets } from './quality-contract.ts';
import type { QualityUnit } from './quality-count.ts';

export type UnitFigures = Pick<QualityUnit, 'all' | 'schemes' | 'profiles'>;
type Figures = QualityUnit['all'];

const plain = ['valid', 'held', 'timely', 'heldTwelveMonths', 'timelyTwelveMonths', 'toRegister'] as const;
const lesser = ['toRegisterOverMonth', 'duplicates', 'outside'] as const;
const counted = [...plain, ...lesser];
const profileParts = ['valid', 'expired', 'none'] as const;
const onTime = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5'] as const;
/** A step in the reader's arithmetic only: nobody misses it. */
const unshown = -1;

/** The nation's figures as a reader may see them who sees those of the own offices as they are. */
export function computeShownQuality(nation: UnitFigures, own: readonly UnitFigures[]): UnitFigures {
  const counts = new Map<string, NationalCount>();
  const sums: SumOf[] = [];
  const put = (id: string, of: { nation: ShownCount; own: readonly ShownCount[]; need?: number }) => {
    const mine = of.own.reduce<number>((sum, value) => sum + Number(value), 0);
    counts.set(id, { nation: Number(of.nation), own: mine, need: of.need ?? 0 });
  };
  const putFigures = (place: string, figures: Figures, mine: readonly Figures[]) => {
    for (const key of counted) {
      put(`${place}|${key}`, {
        nation: figures[key],
        own: mine.map((of) => of[key]),
        need: plain.includes(key as 'held') ? 1 : 0,
      });
    }
    for (const lag of lagBuckets) {
      put(`${place}|lags|${lag}`, { nation: figures.lags[lag], own: mine.map((of) => of.lags[lag]) });
    }
    sums.push(...sumsOfFigures(place));
  };
  putFigures(
    'all',
    nation.all,
    own.map((of) => of.all),
  );
  nation.schemes.forEach((figures, index) => {
    const mine = own.flatMap((of) => of.schemes.filter(({ scheme }) => scheme === figures.scheme));
    putFigures(`schemes|${index}`, figures, mine);
  });
  const places = nation.schemes.map((_, index) => `schemes|${index}`);
  for (const key of [...counted, ...lagBuckets.map((lag) => `lags|${lag}`)]) {
    sums.push({ total: `all|${key}`, parts: places.map((place) => `${place}|${key}`) });
  }
  nation.profiles.forEach((profiles, index) => {
    const mine = own.flatMap((of) => of.profiles.filter(({ scheme }) => scheme === profiles.scheme));
    const place = `profiles|${index}`;
    for (const part of [...profileParts, 'unprofiled'] as const) {
      put(`${place}|${part}`, { nation: profiles[part], own: mine.map((of) => of[part]) });
    }
    const enrolled = (of: typeof profiles) => profileParts.reduce((sum, part) => sum + Number(of[part]), 0);
    put(`${place}|enrolled`, { nation: enrolled(profiles), own: mine.map(enrolled), need: unshown });
    sums.push({ total: `${place}|enrolled`, parts: profileParts.map((part) => `${place}|${part}`) });
  });
  const hidden = computeTooSmall(counts, sums);
  // a median of few is of each of them
  const medians = ['all', ...places]
    .filter((place) => hidden.has(`${place}|held`))
    .map((place) => `${place}|medianLagDays`);
  return hidePlaces(nation, new Set([...hidden, ...medians])) as UnitFigures;
}

/** What of a figure is part of what: late is what of the held is not timely. */
function sumsOfFigures(place: string): readonly SumOf[] {
  const at = (keys: readonly string[]) => keys.map((key) => `${place}|${key}`);
  const lags = (of: readonly string[]) => at(of.map((lag) => `lags|${lag}`));
  const [valid, held, timely, heldTwelveMonths, timelyTwelveMonths, toRegister] = at(plain) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return [
    { total: valid, parts: [held] },
    { total: valid, parts: at(['outside']) },
    { total: held, parts: [timely] },
    { total: held, parts: lags(lagBuckets) },
    { total: held, parts: at(['duplicates']) },
    { total: timely, parts: lags(onTime) },
    { total: heldTwelveMonths, parts: [timelyTwelveMonths] },
    { total: heldTwelveMonths, parts: [held] },
    { total: timelyTwelveMonths, parts: [timely] },
    { total: toRegister, parts: at(['toRegisterOverMonth']) },
  ];
}

/** One point of a trend of the nation: a part, the whole it is of, and a count beside them. */
export function computeShownPoint<Key extends string>(
  nation: Readonly<Record<Key, number>>,
  own: Readonly<Record<Key, number>>,
  { part, whole }: { readonly part: NoInfer<Key>; readonly whole: NoInfer<Key> },
): Readonly<Record<Key, ShownCount>> {
  const keys = Object.keys(nation) as Key[];
  const counts = new Map(keys.map((key) => [key, { nation: nation[key], own: own[key] }]));
  const hidden = computeTooSmall(counts, [{ total: whole, parts: [part] }]);
  return hidePlaces(nation, hidden) as Record<Key, ShownCount>;
}

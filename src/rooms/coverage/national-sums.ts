import { computeTooSmall, type NationalCount, type SumOf } from '../organisation/index.ts';
import type { Norm } from './norm.ts';
import { normStates } from './norm-figure.ts';
import type { UnitFigures } from './shapes.ts';

/** The figures of a unit that count people under norms. */
export interface NormFigures extends Pick<UnitFigures, 'closure' | 'inclusion'> {
  /** by norm id; the public layout does not count who is overdue more than a month */
  readonly norms: Readonly<Record<string, NormFigure>>;
}
type NormFigure = Omit<UnitFigures['norms'][string], 'overdue_a_month'> & { readonly overdue_a_month?: number };

type NormOf = Pick<Norm, 'id' | 'weight' | 'readingOf' | 'population'>;

const closureParts = [
  'declined',
  'unreachable',
  'not_offered',
  'not_enrolled',
  'overdue',
  'overdue_planned',
  'in_view',
];
const inclusionParts = ['enrolled', 'declined', 'unreachable', 'not_enrolled'];
/** A step in the reader's arithmetic only: nobody misses it. */
const unshown = -1;
/** Who is settled may be hidden first; who must be seen, and how many there are, last. */
const settled = ['in_view', 'met', 'due', 'due_planned', 'enrolled'];
const telling = ['overdue', 'not_enrolled', 'still_to_see'];

function needOf(key: string): number {
  const name = key.replace('states|', '');
  if (settled.includes(name)) return 0;
  return name === 'population' ? 3 : telling.includes(name) ? 2 : 1;
}

/** States that follow from the enrolment, whatever the norm. */
const enrolmentStates = ['declined', 'unreachable', 'not_enrolled'];

/**
 * Which counts of the nation are too small to show to a reader who sees `own` as it is, as places in the figures joined
 * by `|`: `closure|declined`, `norms|wia-personal|share_year|0`.
 */
export function computeTooSmallFigures(
  nation: NormFigures,
  own: NormFigures,
  norms: readonly NormOf[],
): ReadonlySet<string> {
  const counts = new Map<string, NationalCount>();
  const sums: SumOf[] = [];
  for (const place of ['closure', 'inclusion'] as const) {
    const mine = new Map(Object.entries(own[place]));
    for (const [key, value] of Object.entries(nation[place])) {
      counts.set(`${place}|${key}`, { nation: value, own: mine.get(key) ?? 0, need: needOf(key) });
    }
  }
  const at = (place: string, keys: readonly string[]) => keys.map((key) => `${place}|${key}`);
  const together = (id: string, parts: readonly string[]) => {
    const sum = (of: 'nation' | 'own') => parts.reduce((total, part) => total + (counts.get(part)?.[of] ?? 0), 0);
    counts.set(id, { nation: sum('nation'), own: sum('own'), need: unshown });
    sums.push({ total: id, parts });
  };
  sums.push({ total: 'closure|population', parts: at('closure', closureParts) });
  together('closure|late', at('closure', ['overdue', 'overdue_planned']));
  sums.push({ total: 'closure|late', parts: ['closure|overdue_a_month'] });
  sums.push({ total: 'inclusion|population', parts: at('inclusion', inclusionParts) });
  together('inclusion|reasoned', at('inclusion', ['declined', 'unreachable']));
  sums.push({ total: 'inclusion|reasoned', parts: ['inclusion|review_passed'] });
  for (const { id } of norms) {
    const place = `norms|${id}`;
    const mine = new Map(listCounts(own.norms[id]));
    for (const [key, value] of listCounts(nation.norms[id])) {
      counts.set(`${place}|${key}`, { nation: value, own: mine.get(key) ?? 0, need: needOf(key) });
    }
    together(`${place}|late`, at(`${place}|states`, ['overdue', 'overdue_planned']));
    sums.push({ total: `${place}|late`, parts: [`${place}|overdue_a_month`] }, ...sumsOfNorm(place));
  }
  sums.push(...sumsOfNested(norms, counts), ...sumsOfClosure(norms, counts));
  const real = sums.filter(({ total, parts }) => counts.has(total) && parts.every((part) => counts.has(part)));
  return withMeans(computeTooSmall(counts, real), norms);
}

/** Counts of people and of contacts by their place in a norm's figure; days are neither. */
function listCounts(figure: NormFigure | undefined): readonly (readonly [string, number])[] {
  if (figure === undefined) return [];
  const pair = (name: 'share_year' | 'share_12m' | 'share_in_time') =>
    (figure[name] ?? []).map((value, i) => [`${name}|${i}`, value] as const);
  const contacts = (name: 'mean_year' | 'mean_12m') =>
    figure[name] === undefined ? [] : [[`${name}|0`, figure[name][0]] as const];
  return [
    ['population', figure.population],
    ...normStates.map((state) => [`states|${state}`, figure.states[state]] as const),
    ...(figure.overdue_a_month === undefined ? [] : [['overdue_a_month', figure.overdue_a_month] as const]),
    ...(figure.still_to_see === undefined ? [] : [['still_to_see', figure.still_to_see] as const]),
    ...pair('share_year'),
    ...pair('share_12m'),
    ...pair('share_in_time'),
    ...contacts('mean_year'),
    ...contacts('mean_12m'),
  ];
}

function sumsOfNorm(place: string): SumOf[] {
  const population = `${place}|population`;
  return [
    { total: population, parts: normStates.map((state) => `${place}|states|${state}`) },
    // the denominators of these shares are the population itself
    { total: population, parts: [`${place}|share_year|1`] },
    { total: population, parts: [`${place}|share_12m|1`] },
    { total: population, parts: [`${place}|share_year|0`, `${place}|still_to_see`] },
    { total: population, parts: [`${place}|share_12m|0`] },
    { total: `${place}|share_in_time|1`, parts: [`${place}|share_in_time|0`] },
  ];
}

/** Of two norms of a scheme the larger is taken to hold the smaller: a reader may subtract one from the other. */
function sumsOfNested(norms: readonly NormOf[], counts: ReadonlyMap<string, NationalCount>): SumOf[] {
  const size = (place: string) => counts.get(`${place}|population`)?.nation ?? 0;
  return [...new Set(norms.map(({ population }) => population.scheme))].flatMap((scheme) => {
    const places = norms.filter(({ population }) => population.scheme === scheme).map(({ id }) => `norms|${id}`);
    if (scheme === 'WAJONG') places.push('inclusion');
    const ordered = places.toSorted((a, b) => size(b) - size(a));
    return ordered.flatMap((outer, i) =>
      ordered.slice(i + 1).flatMap((inner) =>
        ['population', ...enrolmentStates].map((key) => ({
          total: placeOfState(outer, key),
          parts: [placeOfState(inner, key)],
        })),
      ),
    );
  });
}

const placeOfState = (place: string, key: string) =>
  key === 'population' || place === 'inclusion' || place === 'closure' ? `${place}|${key}` : `${place}|states|${key}`;

/** Closure holds of each scheme at least what its largest must norm holds. */
function sumsOfClosure(norms: readonly NormOf[], counts: ReadonlyMap<string, NationalCount>): SumOf[] {
  const size = (norm: NormOf) => counts.get(`norms|${norm.id}|population`)?.nation ?? 0;
  const largest = new Map<string, NormOf>();
  for (const norm of norms) {
    if (norm.weight !== 'must' || norm.readingOf !== null) continue;
    const known = largest.get(norm.population.scheme);
    if (known === undefined || size(norm) > size(known)) largest.set(norm.population.scheme, norm);
  }
  return ['population', ...enrolmentStates, 'overdue', 'overdue_planned'].map((key) => ({
    total: `closure|${key}`,
    parts: [...largest.values()].map(({ id }) => placeOfState(`norms|${id}`, key)),
  }));
}

/** A mean of few contacts, or over few people, is not shown, nor are its days. */
function withMeans(hidden: ReadonlySet<string>, norms: readonly NormOf[]): ReadonlySet<string> {
  const means = norms.flatMap(({ id }) =>
    ['mean_year', 'mean_12m']
      .filter((name) => hidden.has(`norms|${id}|population`) || hidden.has(`norms|${id}|${name}|0`))
      .flatMap((name) => [`norms|${id}|${name}|0`, `norms|${id}|${name}|1`]),
  );
  return new Set([...hidden, ...means]);
}

import { computeTooSmall, hidePlaces, type NationalCount, type SumOf } from '../organisation/index.ts';
import type { UnitMeasures } from './measures.ts';
import { computeTooSmallFigures, type NormFigures } from './national-sums.ts';
import type { Norm } from './norm.ts';

const schemes = ['WW', 'WIA_WGA', 'WIA_IVA', 'WAJONG'];

/**
 * The public layout of the nation as a reader may see it whose own offices have the figures `own`: `too_small` in the
 * place of every count of people or contacts that is too small to show, or that would give one away.
 */
export function computeShownMeasures(national: UnitMeasures, own: UnitMeasures, norms: readonly Norm[]): UnitMeasures {
  const ids = norms.map(({ id }) => id);
  const places = computeTooSmallFigures(readFigures(national, ids), readFigures(own, ids), norms);
  const counts = countOthers(national, own);
  const sums = sumsOfOthers(counts).filter(
    ({ total, parts }) => counts.has(total) && parts.every((part) => counts.has(part)),
  );
  const others = computeTooSmall(counts, sums);
  return hidePlaces(national, new Set([...[...places].map(placeInLayout), ...others])) as UnitMeasures;
}

function readFigures(of: UnitMeasures, normIds: readonly string[]): NormFigures {
  const figures = {
    closure: of.closure,
    inclusion: of['wajong-inclusion'],
    norms: Object.fromEntries(normIds.map((id) => [id, of[id]])),
  };
  return figures as unknown as NormFigures;
}

function placeInLayout(place: string): string {
  if (place.startsWith('norms|')) return place.slice('norms|'.length);
  return place.replace(/^inclusion\|/, 'wajong-inclusion|');
}

/** Parts of the layout that count people or contacts beside the norms; minutes, fte and medians count neither. */
const counted = ['quality', 'profiles', 'hours', 'cohort_first_conversation', 'outcome_12m'];
const isCount = (place: string) => !/minutes|median/.test(place);

function countOthers(national: UnitMeasures, own: UnitMeasures): ReadonlyMap<string, NationalCount> {
  const mine = new Map(counted.flatMap((part) => listNumbers(own[part], part)));
  const found = counted.flatMap((part) => listNumbers(national[part], part)).filter(([place]) => isCount(place));
  return new Map(found.map(([place, value]) => [place, { nation: value, own: mine.get(place) ?? 0 }]));
}

function listNumbers(tree: unknown, place: string): readonly (readonly [string, number])[] {
  if (typeof tree === 'number') return [[place, tree]];
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, value]) => listNumbers(value, `${place}|${key}`));
}

function sumsOfOthers(counts: ReadonlyMap<string, NationalCount>): readonly SumOf[] {
  const quality = (scheme: string, key: string) => `quality|${scheme}|${key}`;
  const within = ['all', ...schemes].flatMap((scheme) =>
    [
      ['valid', 'held'],
      ['valid', 'unreported'],
      ['valid', 'outside'],
      ['held', 'timely'],
      ['held', 'duplicates'],
    ].map(
      ([total, part]): SumOf => ({
        total: quality(scheme, total as string),
        parts: [quality(scheme, part as string)],
      }),
    ),
  );
  const overSchemes = ['valid', 'held', 'timely', 'unreported', 'duplicates', 'outside'].map((key) => ({
    total: quality('all', key),
    parts: schemes.map((scheme) => quality(scheme, key)),
  }));
  const months = [...counts.keys()].flatMap((place): SumOf[] => {
    const start = place.slice(0, place.lastIndexOf('|'));
    if (place.startsWith('cohort_') && place.endsWith('|1')) return [{ total: place, parts: [`${start}|0`] }];
    if (!place.startsWith('outcome_') || !place.endsWith('|n')) return [];
    return ['in_work_12m', 'on_ww_12m'].map((key) => ({ total: place, parts: [`${start}|${key}`] }));
  });
  return [...within, ...overSchemes, ...months];
}

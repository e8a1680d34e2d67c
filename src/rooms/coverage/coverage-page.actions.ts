import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../platform/clock.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { showCohorts as showCohortsContract, showCoverage as showCoverageContract } from './contract.ts';
import type { Scope } from './evaluation.store.ts';
import { closureValues, inclusionValues, listFigures, normValues } from './figures.store.ts';
import { findKeptFigures, loadKeptFigures, readFigures } from './kept-figures.actions.ts';
import { loadNorms, nameCounts } from './load-measures.actions.ts';
import { listEntryQuarters } from './members.store.ts';
import { computeNormKind } from './norm.ts';
import { computeNormFigure, type NormCounts } from './norm-figure.ts';
import { showNorm } from './norm-shown.ts';
import { computeNormTerms } from './norm-terms.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { datesOf, isDistrictWithinReach, loadUnits, officesOf, type Units } from './reach.actions.ts';
import type { UnitFigures } from './shapes.ts';
import { computeNormSentence, computeStandsOut } from './stands-out.ts';
import { computeWindows } from './windows.ts';

const showCoverage = action(showCoverageContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const { districtId } = input;
  const { units, norms } = await readFigures(context, async (figures) => ({
    units: await loadUnits({ figures }, knownBefore),
    norms: listNormsValidAt(await loadNorms(figures), at),
  }));
  const asked = { at, known, scope: scopeOf(context, units, districtId) };
  const read = await loadUnitFigures(context, norms, asked);
  const { of, parts } = districtId === undefined ? nationOf(context, units, read) : districtOf(units, districtId, read);
  const missing = ({ closure: c }: UnitFigures) => c.not_enrolled + c.overdue + c.overdue_planned;
  const sorted = parts.toSorted((a, b) => missing(b) - missing(a) || (a.id < b.id ? -1 : 1));
  return {
    at,
    known,
    norms: norms.map((version) => showNorm(version, at)),
    of,
    parts: sorted,
    standsOut: computeStandsOut(of, sorted),
    normSentences: Object.fromEntries(norms.map(({ norm }) => [norm.id, computeNormSentence(norm.id, of, sorted)])),
  };
});

type Read = (unit: { level: UnitFigures['level']; id: string; name: string }) => UnitFigures;

/** National totals for every role of the page; districts within reach. */
function nationOf(context: Context, units: Units, read: Read) {
  const parts = units.districts.filter((district) => isDistrictWithinReach(context.actor, units, district.id));
  return {
    of: read({ level: 'nation', id: '', name: '' }),
    parts: parts.map((district) => read({ level: 'district', ...district })),
  };
}

function districtOf(units: Units, districtId: string, read: Read) {
  const name = units.districts.find((district) => district.id === districtId)?.name ?? districtId;
  const offices = units.offices.filter((office) => office.districtId === districtId);
  return {
    of: read({ level: 'district', id: districtId, name }),
    parts: offices.map(({ id, name: office }) => read({ level: 'office', id, name: office })),
  };
}

function scopeOf(context: Context<'unknown_unit'>, units: Units, districtId: string | undefined): Scope {
  if (districtId === undefined) return { kind: 'all' };
  const offices = officesOf(context, units, { level: 'district', unitId: districtId }) ?? [];
  return { kind: 'offices', officeKeys: offices.map((office) => office.officeKey) };
}

/** Kept figures of all units, or one evaluation; gives a reader of the figures of each unit. */
async function loadUnitFigures(context: Context, norms: readonly NormVersion[], asked: PageAsked): Promise<Read> {
  const rows = await loadRows(context, norms, asked);
  const windows = computeWindows(asked.at);
  const found = new Map(rows.map((row) => [`${row.part}|${row.key}|${row.level}|${row.unit}`, row.values]));
  const days = { inYear: windows.daysInYear, inTwelveMonths: windows.daysInTwelveMonths };
  return (unit) => {
    const counts = (part: string, key: string, names: readonly string[]): NormCounts =>
      nameCounts(names, found.get(`${part}|${key}|${unit.level}|${unit.id}`) ?? []);
    const figures = norms.map(({ norm }) => {
      const of = counts('norm', norm.id, normValues);
      const figure = computeNormFigure(computeNormKind(norm), of, days);
      return [norm.id, { ...figure, overdue_a_month: of.overdue_a_month ?? 0 }];
    });
    return {
      ...unit,
      closure: { ...counts('closure', 'closure', closureValues), not_offered: 0 } as UnitFigures['closure'],
      inclusion: counts('inclusion', 'wajong-inclusion', inclusionValues) as UnitFigures['inclusion'],
      norms: Object.fromEntries(figures) as UnitFigures['norms'],
    };
  };
}

interface PageAsked {
  readonly at: string;
  readonly known: string;
  readonly scope: Scope;
}

/** A district alone is evaluated quicker than the nation, so it does not make what is kept. */
async function loadRows(context: Context, norms: readonly NormVersion[], { at, known, scope }: PageAsked) {
  if (scope.kind === 'all') return loadKeptFigures(context, norms, { at, known });
  const kept = await findKeptFigures(context, norms, { at, known });
  if (kept !== null) return kept;
  const terms = norms.map(({ norm }) => computeNormTerms(norm));
  const asked = { windows: computeWindows(at), knownBefore: endOfDay(known), scope, norms: terms };
  return readFigures(context, (figures) => evaluate(figures, listFigures(asked)));
}

const showCohorts = action(showCohortsContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const units = await loadUnits(context, knownBefore);
  const scope = scopeOf(context, units, input.districtId);
  const officeKeys = scope.kind === 'offices' ? scope.officeKeys : null;
  const year = Number(at.slice(0, 4));
  const quarter = Math.floor((Number(at.slice(5, 7)) - 1) / 3);
  const first = year * 4 + quarter - input.quarters + 1;
  const from = `${Math.floor(first / 4)}-${String((first % 4) * 3 + 1).padStart(2, '0')}-01`;
  const asked = { windows: computeWindows(at), knownBefore, scope, norms: [] };
  const entered = { scheme: input.scheme, from, officeKeys };
  const rows = await evaluate(context.figures, listEntryQuarters(asked, entered), scope.kind === 'all');
  const quarters = [...new Set(rows.map((row) => row.quarter))];
  return {
    at,
    known,
    scheme: input.scheme,
    quarters: quarters.map((name) => ({
      quarter: name,
      points: rows
        .filter((row) => row.quarter === name)
        .map(({ months, numerator, denominator }) => ({ months, numerator, denominator })),
    })),
  };
});

export const coveragePageActions = [showCoverage, showCohorts] as const;

import { action, type Context } from '../../platform/actions.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { showCohorts as showCohortsContract, showCoverage as showCoverageContract } from './contract.ts';
import type { Scope } from './evaluation.store.ts';
import { closureValues, inclusionValues, listFigures, normValues } from './figures.store.ts';
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
  const units = await loadUnits(context, knownBefore);
  const norms = listNormsValidAt(await loadNorms(context.figures), at);
  const asked = { at, knownBefore, scope: await scopeOf(context, units, districtId) };
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

async function scopeOf(context: Context<'unknown_unit'>, units: Units, districtId: string | undefined): Promise<Scope> {
  if (districtId === undefined) return { kind: 'all' };
  const offices = officesOf(context, units, { level: 'district', unitId: districtId }) ?? [];
  return { kind: 'offices', officeKeys: offices.map((office) => office.officeKey) };
}

/** One evaluation; gives a reader of the figures of each unit. */
async function loadUnitFigures(
  context: Context,
  norms: readonly NormVersion[],
  asked: { readonly at: string; readonly knownBefore: string; readonly scope: Scope },
): Promise<Read> {
  const windows = computeWindows(asked.at);
  const terms = norms.map(({ norm }) => computeNormTerms(norm));
  const rows = await evaluate(
    context.figures,
    listFigures({ windows, knownBefore: asked.knownBefore, scope: asked.scope, norms: terms }),
    asked.scope.kind === 'all',
  );
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

const showCohorts = action(showCohortsContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const units = await loadUnits(context, knownBefore);
  const scope = await scopeOf(context, units, input.districtId);
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

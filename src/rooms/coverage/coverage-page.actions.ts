import { action, type Context } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { endOfDay } from '../../time/zone.ts';
import { isDistrictWithinReach, type Units } from '../organisation/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { showCohorts as showCohortsContract, showCoverage as showCoverageContract } from './contract.ts';
import { type Asked, askEvaluation, type Scope } from './evaluation.store.ts';
import { listFigures, valueNames } from './figures.store.ts';
import { findKeptFigures, loadKeptFigures, readFigures } from './kept-figures.actions.ts';
import { loadNorms } from './load-measures.actions.ts';
import { type Entered, listEntryQuarters } from './members.store.ts';
import { computeShownNation } from './national.ts';
import { showNorm } from './norm-shown.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { officesOf, ownOfficesOf } from './reach.actions.ts';
import type { ShownFigures, UnitFigures } from './shapes.ts';
import { computeShownPoints } from './shown-points.ts';
import { computeNormSentence, computeStandsOut } from './stands-out.ts';
import { readUnits, type UnitReader } from './unit-figures.ts';
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
  const { of, parts } =
    districtId === undefined ? nationOf(context, units, { read, norms }) : districtOf(units, districtId, read);
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

interface Answer {
  readonly of: ShownFigures;
  readonly parts: readonly UnitFigures[];
}

/** National totals for every role of the page, as far as they are not too small to show; districts within reach. */
function nationOf(
  context: Context,
  units: Units,
  { read, norms }: { readonly read: UnitReader; readonly norms: readonly NormVersion[] },
): Answer {
  const parts = units.districts.filter((district) => isDistrictWithinReach(context.actor, units, district.id));
  return {
    of: computeShownNation(read, { norms, officeIds: ownOfficesOf(context.actor, units) }),
    parts: parts.map((district) => read.of({ level: 'district', ...district })),
  };
}

function districtOf(units: Units, districtId: string, read: UnitReader): Answer {
  const name = units.districts.find((district) => district.id === districtId)?.name ?? districtId;
  const offices = units.offices.filter((office) => office.districtId === districtId);
  return {
    of: read.of({ level: 'district', id: districtId, name }),
    parts: offices.map(({ id, name: office }) => read.of({ level: 'office', id, name: office })),
  };
}

function scopeOf(context: Context<'unknown_unit'>, units: Units, districtId: string | undefined): Scope {
  if (districtId === undefined) return { kind: 'all' };
  const offices = officesOf(context, units, { level: 'district', unitId: districtId }) ?? [];
  return { kind: 'offices', officeKeys: offices.map((office) => office.officeKey) };
}

/** Kept figures of all units, or one evaluation. */
async function loadUnitFigures(context: Context, norms: readonly NormVersion[], asked: PageAsked): Promise<UnitReader> {
  const rows = await loadRows(context, norms, asked);
  return readUnits(rows, { norms, windows: computeWindows(asked.at), names: valueNames });
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
  const asked = askEvaluation(
    { at, knownBefore: endOfDay(known), scope },
    norms.map(({ norm }) => norm),
  );
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
  const rows = await loadEntered(context, askEvaluation({ at, knownBefore, scope }, []), {
    scheme: input.scheme,
    from,
    officeKeys,
  });
  const own = context.actor.offices;
  const shown =
    officeKeys !== null || own === 'all'
      ? rows
      : computeShownPoints(
          rows,
          await loadEntered(
            context,
            askEvaluation({ at, knownBefore, scope: { kind: 'offices', officeKeys: own } }, []),
            { scheme: input.scheme, from, officeKeys: own },
          ),
        );
  const quarters = [...new Set(shown.map((row) => row.quarter))];
  return {
    at,
    known,
    scheme: input.scheme,
    quarters: quarters.map((name) => ({
      quarter: name,
      points: shown
        .filter((row) => row.quarter === name)
        .map(({ months, numerator, denominator }) => ({ months, numerator, denominator })),
    })),
  };
});

function loadEntered(context: Context, asked: Asked, entered: Entered) {
  return evaluate(context.figures, listEntryQuarters(asked, entered), asked.scope.kind === 'all');
}

export const coveragePageActions = [showCoverage, showCohorts] as const;

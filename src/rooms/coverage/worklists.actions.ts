import { action } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { isDistrictWithinReach, isWithinReach } from '../organisation/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { isSchemeShown, onlySchemeShown } from '../registry/index.ts';
import { evaluate } from '../registry/measures.actions.ts';
import {
  exportWorklist as exportWorklistContract,
  listCounters as listCountersContract,
  showClientState as showClientStateContract,
  showWorklist as showWorklistContract,
} from './contract.ts';
import { askEvaluation } from './evaluation.store.ts';
import { findClientKey, listMoments, listOpenable } from './lines.store.ts';
import { loadNorms } from './load-measures.actions.ts';
import {
  askOffices,
  askWorklist,
  loadLines,
  loadStandings,
  readMoment,
  readReasons,
  type WorklistAsked,
  type WorklistContext,
} from './load-worklist.actions.ts';
import { listNormsValidAt } from './norm-version.ts';
import { computeElsewhere } from './reason.ts';
import { listObligations } from './standings.store.ts';
import {
  type ClientStanding,
  compareStanding,
  isFiltered,
  isOnList,
  openStates,
  placeOf,
  type Worklist,
  type WorklistFilters,
  worklists,
} from './worklist.ts';
import { writeWorklistCsv } from './worklist-csv.ts';
import { worklistWords } from './worklist-words.ts';

const listCounters = action(listCountersContract, async (context, input) => {
  const asked = await askWorklist(context, input);
  const standings = (await loadStandings(context, asked)).filter((of) => isFiltered(of, input));
  const office = input.level === 'own' ? await countOwnUnit(context, asked, input) : null;
  const counters = worklists.map((list) => ({
    list,
    title: worklistWords[list],
    count: standings.filter((of) => isOnList(list, of)).length,
    level: input.level,
    unitId: input.unitId ?? null,
  }));
  return {
    at: asked.at,
    known: asked.known,
    counters: counters.map((of) => (of.list === 'without-adviser' && office !== null ? { ...of, ...office } : of)),
    overduePlanned: standings.filter((of) => of.state === 'overdue_planned').length,
    norms: asked.norms
      .filter(({ norm }) => norm.readingOf === null && isSchemeShown(context.actor, norm.population.scheme))
      .map(({ norm }) => ({ id: norm.id, title: norm.title })),
  };
});

/** Nobody stands without adviser in a caseload: an adviser sees that list for the own office or district. */
async function countOwnUnit(context: WorklistContext, asked: WorklistAsked, filters: WorklistFilters) {
  const { actor } = context;
  const units = await loadUnits(context, asked.knownBefore);
  const offices = units.offices.filter((office) => isWithinReach(actor, office));
  const [first] = offices;
  if (actor.offices === 'all' || first === undefined) return null;
  const isDistrict = isDistrictWithinReach(actor, units, first.districtId);
  const unit =
    offices.length === 1
      ? { level: 'office' as const, unitId: first.id }
      : isDistrict
        ? { level: 'district' as const, unitId: first.districtId }
        : null;
  if (unit === null) return null;
  const within = offices.filter((office) => unit.level === 'office' || office.districtId === unit.unitId);
  const keys = within.map((office) => office.officeKey);
  const standings = await loadStandings(context, askOffices(context, asked, keys));
  const count = standings.filter((of) => isFiltered(of, filters) && isOnList('without-adviser', of)).length;
  return { ...unit, count };
}

type ListInput = Parameters<typeof askWorklist>[1] & WorklistFilters & { readonly list: Worklist };

/** All clients of the list in order, and those of them that the reader may open. */
async function loadList(context: WorklistContext, input: ListInput) {
  const asked = await askWorklist(context, input);
  const all = (await loadStandings(context, asked))
    .filter((of) => isFiltered(of, input) && isOnList(input.list, of))
    .sort((a, b) => compareStanding(input.list, a, b));
  const openable = new Set(
    (await context.app.all(listOpenable(all.map((of) => of.clientKey)))).map((row) => row.client_key),
  );
  return { asked, all, openable: all.filter((of) => openable.has(of.clientKey)) };
}

const showWorklist = action(showWorklistContract, async (context, input) => {
  const { asked, all, openable } = await loadList(context, input);
  const rest = openable.filter((of) => input.after === undefined || placeOf(input.list, of) > input.after);
  const page: readonly ClientStanding[] = rest.slice(0, input.limit);
  const last = page.at(-1);
  return {
    at: asked.at,
    known: asked.known,
    count: all.length,
    closed: all.length - openable.length,
    lines: [...(await loadLines(context, asked, { list: input.list, page }))],
    next: last !== undefined && rest.length > page.length ? placeOf(input.list, last) : null,
  };
});

const exportWorklist = action(exportWorklistContract, async (context, input) => {
  const { asked, openable } = await loadList(context, input);
  const lines = await loadLines(context, asked, { list: input.list, page: openable });
  return {
    fileName: `${input.list}-${asked.at}.csv`,
    mediaType: 'text/csv',
    text: writeWorklistCsv(lines, context.language),
  };
});

const showClientState = action(showClientStateContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const client =
    (await context.app.maybe(findClientKey({ clientId: input.clientId, knownBefore }))) ?? context.refuse('not_found');
  const norms = listNormsValidAt(await loadNorms(context.figures), at);
  const clientKeys = [client.client_key];
  const evaluated = askEvaluation(
    { at, knownBefore, scope: { kind: 'clients', clientKeys } },
    norms.map(({ norm }) => norm),
  );
  const rows = await evaluate(context.figures, listObligations(evaluated, { kind: 'all', onlyScheme: null }));
  const onlyScheme = onlySchemeShown(context.actor);
  const moments = await context.app.all(listMoments({ at, knownBefore, clientKeys, onlyScheme }));
  const reasons = readReasons(rows, { norms, at }).map(({ reason }) => reason);
  const hidden = reasons.find(
    (reason) =>
      !isSchemeShown(context.actor, reason.scheme) && (openStates as readonly string[]).includes(reason.state),
  );
  const pick = (role: string) => moments.filter((row) => row.role === role).map(readMoment);
  return {
    at,
    known,
    obligations: reasons
      .filter((reason) => isSchemeShown(context.actor, reason.scheme))
      .toSorted((a, b) => Number(a.weight === 'advised') - Number(b.weight === 'advised')),
    elsewhere: hidden === undefined ? null : computeElsewhere(hidden.dueDate),
    lastContact: pick('last_contact')[0] ?? null,
    lastConversation: pick('last_conversation')[0] ?? null,
    nextPlanned: pick('next_planned')[0] ?? null,
    toRegister: pick('to_register'),
  };
});

export const worklistActions = [listCounters, showWorklist, exportWorklist, showClientState] as const;

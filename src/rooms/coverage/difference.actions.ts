import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../time/zone.ts';
import { isWithinReach, type Units } from '../organisation/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { nameFor } from '../registry/index.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { showDifference as showDifferenceContract } from './contract.ts';
import { type Changed, computeDifference } from './difference.ts';
import { type Explained, explain, groupByReason, orderExplained, placeOf } from './difference-groups.ts';
import { computeLearnedSentence, type Learned, type LearnedCode, learnedTitle } from './difference-words.ts';
import { hasMeasure } from './figure-measures.ts';
import { listLearned } from './learned.store.ts';
import { listCards, listOpenable } from './lines.store.ts';
import { loadNorms } from './load-measures.actions.ts';
import { loadMembers } from './load-members.actions.ts';
import { listNormsValidAt } from './norm-version.ts';
import { officesOf } from './reach.actions.ts';
import type { DifferenceLine } from './shapes.ts';
import { computeShownDifference } from './shown-difference.ts';
import { computeWindowDays, computeWindows } from './windows.ts';

const showDifference = action(showDifferenceContract, async (context, input) => {
  const known = input.known ?? context.today;
  const [from, before] = [endOfDay(input.knownBefore), endOfDay(known)];
  const units = await loadUnits(context, before);
  const officeKeys = officesOf(context, units, input)?.map((office) => office.officeKey) ?? null;
  const versions = await loadNorms(context.figures);
  const asked = { figure: input.norm, at: input.at, officeKeys };
  const norms = listNormsValidAt(versions, input.at).map(({ norm }) => norm);
  const earlier = await loadMembers(context, versions, { ...asked, knownBefore: from });
  const later = await loadMembers(context, versions, { ...asked, knownBefore: before });
  if (!hasMeasure(input.norm, norms, input.measure)) context.refuse('unknown_measure', input.measure);
  const difference = computeDifference(input.measure, earlier, later);
  const keys = [...new Set(difference.changed.map((of) => of.clientKey))];
  const openable = new Set((await context.app.all(listOpenable(keys))).map((row) => row.client_key));
  const opened = difference.changed.filter((of) => openable.has(of.clientKey));
  const shown = input.limit === 0 ? [] : await loadExplained(context, opened, { from, before, at: input.at });
  const rest = shown.filter((of) => input.after === undefined || placeOf(of) > input.after);
  const page = rest.slice(0, input.limit);
  const last = page.at(-1);
  const own = units.offices.filter((office) => isWithinReach(context.actor, office)).map((of) => of.officeKey);
  const isOwn = (of: { readonly officeKey: number }) => own.includes(of.officeKey);
  const seen = { closed: difference.changed.length - opened.length, measure: input.measure };
  return {
    at: input.at,
    knownBefore: input.knownBefore,
    known,
    windowDays: computeWindowDays(input.measure, computeWindows(input.at)),
    ...(officeKeys !== null || context.actor.offices === 'all'
      ? { before: difference.before, after: difference.after, count: difference.changed.length, closed: seen.closed }
      : computeShownDifference(
          difference,
          computeDifference(input.measure, earlier.filter(isOwn), later.filter(isOwn)),
          seen,
        )),
    groups: groupByReason(shown).map((group) => ({ ...group, title: learnedTitle(group.code) })),
    lines: await loadLines(context, units, page),
    next: last !== undefined && rest.length > page.length ? placeOf(last) : null,
  };
});

/** The benefits with what was learned of each, in the order of the list. */
async function loadExplained(
  context: Context,
  changed: readonly Changed[],
  asked: { readonly from: string; readonly before: string; readonly at: string },
): Promise<readonly Explained[]> {
  if (changed.length === 0) return [];
  const benefitIds = changed.map((of) => of.benefitId);
  const learned = new Map<string, Learned[]>(benefitIds.map((id) => [id, []]));
  for (const row of await evaluate(context.figures, listLearned({ ...asked, benefitIds }))) {
    const { kind, channel } = row;
    const of = { code: row.code as LearnedCode, onDate: row.on_date, knownOn: row.known_on, kind, channel };
    learned.get(row.benefit_id)?.push(of);
  }
  return orderExplained(changed.map((of) => explain(of, learned.get(of.benefitId) ?? [])));
}

async function loadLines(context: Context, units: Units, page: readonly Explained[]): Promise<DifferenceLine[]> {
  if (page.length === 0) return [];
  const cards = await context.app.all(listCards([...new Set(page.map((of) => of.clientKey))]));
  const cardOf = new Map(cards.map((card) => [card.client_key, card]));
  const officeOf = new Map(units.offices.map((office) => [office.officeKey, office]));
  return page.flatMap((of) => {
    const card = cardOf.get(of.clientKey);
    if (card === undefined) return [];
    const office = officeOf.get(of.officeKey);
    return [
      {
        benefitId: of.benefitId,
        clientId: card.client_id,
        name: nameFor(context.actor, card),
        office: { id: office?.id ?? '', name: office?.name ?? '' },
        before: of.before,
        after: of.after,
        reasons: of.reasons.map((each) => ({
          code: each.code,
          onDate: each.onDate,
          knownOn: each.knownOn,
          sentence: computeLearnedSentence(each),
        })),
      },
    ];
  });
}

export const differenceActions = [showDifference] as const;

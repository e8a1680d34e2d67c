import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../time/zone.ts';
import { isWithinReach } from '../organisation/index.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { showDifference as showDifferenceContract } from './contract.ts';
import { type Changed, computeDifference } from './difference.ts';
import { computeLearnedSentence, type LearnedCode } from './difference-words.ts';
import { listLearned } from './learned.store.ts';
import { listCards, listOpenable } from './lines.store.ts';
import { loadNorms } from './load-measures.actions.ts';
import { loadMembers } from './load-members.actions.ts';
import { nameOf, seesNames } from './load-worklist.actions.ts';
import { loadUnits, officesOf, type Units } from './reach.actions.ts';
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
  const earlier = await loadMembers(context, versions, { ...asked, knownBefore: from });
  const later = await loadMembers(context, versions, { ...asked, knownBefore: before });
  const difference = computeDifference(input.measure, earlier, later);
  const keys = [...new Set(difference.changed.map((of) => of.clientKey))];
  const openable = new Set((await context.app.all(listOpenable(keys))).map((row) => row.client_key));
  const shown = difference.changed.filter((of) => openable.has(of.clientKey));
  const rest = shown.filter((of) => input.after === undefined || of.benefitId > input.after);
  const page = rest.slice(0, input.limit);
  const last = page.at(-1);
  const own = units.offices.filter((office) => isWithinReach(context.actor, office)).map((of) => of.officeKey);
  const isOwn = (of: { readonly officeKey: number }) => own.includes(of.officeKey);
  const seen = { closed: difference.changed.length - shown.length, measure: input.measure };
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
    lines: await loadLines(context, units, { page, from, before, at: input.at }),
    next: last !== undefined && rest.length > page.length ? last.benefitId : null,
  };
});

interface LinesAsked {
  readonly page: readonly Changed[];
  readonly from: string;
  readonly before: string;
  readonly at: string;
}

async function loadLines(
  context: Context,
  units: Units,
  { page, from, before, at }: LinesAsked,
): Promise<DifferenceLine[]> {
  if (page.length === 0) return [];
  const benefitIds = page.map((of) => of.benefitId);
  const cards = await context.app.all(listCards([...new Set(page.map((of) => of.clientKey))]));
  const learned = await evaluate(context.figures, listLearned({ benefitIds, from, before, at }));
  const cardOf = new Map(cards.map((card) => [card.client_key, card]));
  const officeOf = new Map(units.offices.map((office) => [office.officeKey, office]));
  return page.flatMap((of) => {
    const card = cardOf.get(of.clientKey);
    if (card === undefined) return [];
    const found = learned.filter((row) => row.benefit_id === of.benefitId);
    const reasons: { code: LearnedCode; onDate: string | null }[] =
      found.length === 0
        ? [{ code: 'other', onDate: null }]
        : found.map((row) => ({ code: row.code as LearnedCode, onDate: row.on_date }));
    const office = officeOf.get(of.officeKey);
    return [
      {
        benefitId: of.benefitId,
        clientId: card.client_id,
        name: seesNames(context) ? nameOf(card) : null,
        office: { id: office?.id ?? '', name: office?.name ?? '' },
        before: of.before,
        after: of.after,
        reasons: reasons.map(({ code, onDate }) => ({ code, onDate, sentence: computeLearnedSentence(code, onDate) })),
      },
    ];
  });
}

export const differenceActions = [showDifference] as const;

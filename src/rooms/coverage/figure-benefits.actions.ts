import { action } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { isTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { nameFor } from '../registry/index.ts';
import { listFigureBenefits as listFigureBenefitsContract } from './contract.ts';
import { hasPart } from './figure-measures.ts';
import { listCards, listOpenable } from './lines.store.ts';
import { loadNorms } from './load-measures.actions.ts';
import { loadMembers } from './load-members.actions.ts';
import { isInPart, type Member } from './member.ts';
import { listNormsValidAt } from './norm-version.ts';
import { officesOf } from './reach.actions.ts';
import { loadShownNation } from './reader-figures.actions.ts';
import { findShownPart } from './shown-part.ts';

/** Earliest date first, then by id. */
const placeOf = (of: Member) => `${of.dueDate ?? '9999-12-31'}~${of.benefitId}`;

const listFigureBenefits = action(listFigureBenefitsContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const nation = input.level === 'nation' ? await loadShownNation(context, { at, known }) : null;
  const units = await loadUnits(context, knownBefore);
  const offices = officesOf(context, units, input);
  const officeKeys = offices?.map((office) => office.officeKey) ?? null;
  const asked = { figure: input.figure, at, knownBefore, officeKeys };
  const versions = await loadNorms(context.figures);
  const norms = listNormsValidAt(versions, at).map(({ norm }) => norm);
  const members = await loadMembers(context, versions, asked);
  if (!hasPart(input.figure, norms, input.part)) context.refuse('unknown_measure', input.part);
  const all = members.filter((of) => isInPart(input.part, of)).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const keys = [...new Set(all.map((of) => of.clientKey))];
  const openable = new Set((await context.app.all(listOpenable(keys))).map((row) => row.client_key));
  const shown = all.filter((of) => openable.has(of.clientKey));
  const rest = shown.filter((of) => input.after === undefined || placeOf(of) > input.after);
  const page = rest.slice(0, input.limit);
  const cards = await context.app.all(listCards([...new Set(page.map((of) => of.clientKey))]));
  const cardOf = new Map(cards.map((card) => [card.client_key, card]));
  const officeOf = new Map(units.offices.map((office) => [office.officeKey, office]));
  const last = page.at(-1);
  const isHidden = nation !== null && isTooSmall(findShownPart(nation, input.figure, input.part));
  const show = (count: number): ShownCount => (isHidden ? TOO_SMALL : count);
  return {
    at,
    known,
    count: show(all.length),
    closed: show(all.length - shown.length),
    benefits: page.flatMap((of) => {
      const card = cardOf.get(of.clientKey);
      const office = officeOf.get(of.officeKey);
      if (card === undefined || office === undefined) return [];
      return [
        {
          benefitId: of.benefitId,
          clientId: card.client_id,
          name: nameFor(context.actor, card),
          scheme: of.scheme,
          office: { id: office.id, name: office.name },
          startDate: of.startDate,
          state: of.state ?? 'ended',
          dueDate: of.dueDate,
          lastDate: of.lastDate,
        },
      ];
    }),
    next: last !== undefined && rest.length > page.length ? placeOf(last) : null,
  };
});

export const figureBenefitActions = [listFigureBenefits] as const;

import { action } from '../../platform/actions.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { seesNames } from '../organisation/index.ts';
import { evaluate, loadAssignedAdvisers, loadProfiledBenefits } from '../registry/measures.actions.ts';
import { loadListLength } from './load-quality.actions.ts';
import { listProfiles as listProfilesContract } from './profile-contract.ts';
import { listQuality as listQualityContract, type QualityList } from './quality-contract.ts';
import { countOf, countProfiles, figuresOf, profilesOf } from './quality-count.ts';
import { listQualityCards, listQualityMoments } from './quality-lists.store.ts';
import { loadOffices, officeIdsOf, openRows, schemesOf, windowOf } from './quality-reach.actions.ts';

const listQuality = action(listQualityContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const offices = await loadOffices(context, knownBefore);
  const asked = {
    list: input.list,
    from: windowOf(at).yearStart,
    to: at,
    knownBefore,
    officeIds: officeIdsOf(context, offices, input),
    schemes: schemesOf(input),
  };
  const all = await evaluate(context.figures, listQualityMoments(asked), asked.officeIds === null);
  const shown = await openRows(context, all);
  const figure = { level: input.level, at, knownBefore, offices };
  const tell = await loadListLength(context, figure, (of) => countOf(input.list, figuresOf(of, input.schemes)));
  const isAscending = isToRegister(input.list);
  const { page, next } = pageOf(shown, ({ row }) => `${row.occurred_on}~${row.contact_id}`, { ...input, isAscending });
  const cards = await context.app.all(listQualityCards(page.map(({ row }) => row.contact_id)));
  const cardOf = new Map(cards.map((card) => [card.contact_id, card]));
  const officeOf = new Map(offices.map((office) => [office.id, office.name]));
  return {
    at,
    known,
    count: tell(all.length),
    closed: tell(all.length - shown.length),
    contacts: page.flatMap(({ row, client }) => {
      const card = cardOf.get(row.contact_id);
      if (card === undefined) return [];
      return [
        {
          contactId: row.contact_id,
          ...client,
          scheme: row.scheme,
          office: { id: row.office_id, name: officeOf.get(row.office_id) ?? row.office_id },
          adviserId: card.adviser_id,
          adviserName: seesNames(context.actor) ? card.adviser_name : null,
          kind: card.kind,
          channel: card.channel,
          outcome: card.outcome,
          date: card.local_date,
          time: card.local_time,
          minutes: card.minutes,
          lagDays: card.outcome === 'planned' && !isToRegister(input.list) ? null : row.lag_days,
        },
      ];
    }),
    next,
  };
});

const listProfiles = action(listProfilesContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const offices = await loadOffices(context, knownBefore);
  const within = { officeIds: officeIdsOf(context, offices, input), schemes: schemesOf(input) };
  const all = await loadProfiledBenefits(context.figures, { at, knownBefore, within, part: input.part });
  const shown = await openRows(context, all);
  const figure = { level: input.level, at, knownBefore, offices };
  const tell = await loadListLength(context, figure, (of) => countProfiles(input.part, profilesOf(of, input.schemes)));
  const { page, next } = pageOf(shown, ({ row }) => `${row.since}~${row.benefit_id}`, { ...input, isAscending: true });
  const ids = page.map(({ row }) => row.benefit_id);
  const advisers = await loadAssignedAdvisers(context.app, ids, { at, knownBefore });
  const adviserOf = new Map(advisers.map((row) => [row.benefit_id, row]));
  const officeOf = new Map(offices.map((office) => [office.id, office.name]));
  return {
    at,
    known,
    count: tell(all.length),
    closed: tell(all.length - shown.length),
    benefits: page.map(({ row, client }) => {
      const adviser = adviserOf.get(row.benefit_id);
      return {
        benefitId: row.benefit_id,
        ...client,
        scheme: row.scheme,
        office: { id: row.office_id, name: officeOf.get(row.office_id) ?? row.office_id },
        adviserId: adviser?.adviser_id ?? null,
        adviserName: seesNames(context.actor) ? (adviser?.adviser_name ?? null) : null,
        startDate: row.start_date,
        assessedOn: row.assessed_on,
        validUntil: row.valid_until,
      };
    }),
    next,
  };
});

export const qualityListActions = [listQuality, listProfiles] as const;

/** Lists of what must still be done: what waits longest comes first; on others the latest. */
function isToRegister(list: QualityList): boolean {
  return list === 'to-register' || list === 'to-register-month';
}

/** One page of ordered rows, begun behind a place: the row there may have left the list since. */
function pageOf<Row>(
  rows: readonly Row[],
  placeOf: (row: Row) => string,
  of: { readonly after?: string | undefined; readonly limit: number; readonly isAscending: boolean },
): { readonly page: readonly Row[]; readonly next: string | null } {
  const { after, limit, isAscending } = of;
  const found =
    after === undefined ? 0 : rows.findIndex((row) => (isAscending ? placeOf(row) > after : placeOf(row) < after));
  const start = found === -1 ? rows.length : found;
  const page = rows.slice(start, start + limit);
  const last = page.at(-1);
  return { page, next: last !== undefined && start + page.length < rows.length ? placeOf(last) : null };
}

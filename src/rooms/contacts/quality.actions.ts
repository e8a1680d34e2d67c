import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../platform/access.ts';
import { action, type Context } from '../../platform/actions.ts';
import { endOfDay } from '../../platform/clock.ts';
import { type Role, rolesWithNames } from '../organisation/index.ts';
import { evaluate } from '../registry/measures.actions.ts';
import {
  lagBuckets,
  listQuality as listQualityContract,
  type QualityList,
  showQuality as showQualityContract,
} from './quality-contract.ts';
import {
  countToRegister,
  listOpenClients,
  listQualityCards,
  listQualityMoments,
  listQualityOfYear,
  listQualityUnits,
} from './quality-lists.store.ts';

type Office = { officeKey: number; id: string; name: string; districtId: string; districtName: string };
type Level = 'nation' | 'district' | 'office';

const showQuality = action(showQualityContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const { yearStart, twelveMonthsStart } = windowOf(at);
  const units = unitsWithinReach(context.actor, await loadOffices(context, knownBefore));
  const read = await loadFigures(context, { from: twelveMonthsStart, to: at, yearStart, knownBefore });
  return {
    at,
    known,
    yearStart,
    twelveMonthsStart,
    units: units.map((unit) => ({ ...unit, ...read(unit) })),
  };
});

const listQuality = action(listQualityContract, async (context, input) => {
  const { at, known, knownBefore } = datesOf(context, input);
  const { actor } = context;
  const offices = await loadOffices(context, knownBefore);
  const asked = {
    list: input.list,
    from: windowOf(at).yearStart,
    to: at,
    knownBefore,
    officeIds: officeIdsOf(context, offices, input),
    scheme: input.scheme ?? null,
  };
  const all = await evaluate(context.figures, listQualityMoments(asked), asked.officeIds === null);
  const keys = [...new Set(all.filter((row) => isSchemeOpen(actor, row.scheme)).map((row) => row.client_key))];
  const open = new Map((await context.app.all(listOpenClients(keys))).map((row) => [row.client_key, row]));
  const shown = all.filter((row) => isSchemeOpen(actor, row.scheme) && open.has(row.client_key));
  const placeOf = (row: (typeof all)[number]) => `${row.occurred_on}~${row.contact_id}`;
  const start = input.after === undefined ? 0 : firstAfter(shown.map(placeOf), input.after, input.list);
  const page = shown.slice(start, start + input.limit);
  const cards = await context.app.all(listQualityCards(page.map((row) => row.contact_id)));
  const cardOf = new Map(cards.map((card) => [card.contact_id, card]));
  const officeOf = new Map(offices.map((office) => [office.id, office.name]));
  const last = page.at(-1);
  const hasNames = actor.role === 'machine' || rolesWithNames.includes(actor.role as Role);
  return {
    at,
    known,
    count: all.length,
    closed: all.length - shown.length,
    contacts: page.flatMap((row) => {
      const client = open.get(row.client_key);
      const card = cardOf.get(row.contact_id);
      if (client === undefined || card === undefined) return [];
      const name = [client.given_name, client.family_name].filter(Boolean).join(' ');
      return [
        {
          contactId: row.contact_id,
          clientId: client.client_id,
          name: hasNames && name !== '' ? name : null,
          protected: client.protected,
          scheme: row.scheme,
          office: { id: row.office_id, name: officeOf.get(row.office_id) ?? row.office_id },
          adviserId: card.adviser_id,
          adviserName: hasNames ? card.adviser_name : null,
          kind: card.kind,
          channel: card.channel,
          outcome: card.outcome,
          date: card.local_date,
          time: card.local_time,
          minutes: card.minutes,
          lagDays: row.lag_days,
        },
      ];
    }),
    next: last !== undefined && start + page.length < shown.length ? placeOf(last) : null,
  };
});

export const qualityActions = [showQuality, listQuality] as const;

/** Where the page after `after` begins; the row itself may have left the list since. */
function firstAfter(places: readonly string[], after: string, list: QualityList): number {
  const found = places.findIndex((place) => (list === 'to-register' ? place > after : place < after));
  return found === -1 ? places.length : found;
}

function datesOf(context: Context, input: { at?: string | undefined; known?: string | undefined }) {
  const at = input.at ?? context.today;
  const known = input.known ?? at;
  return { at, known, knownBefore: endOfDay(known) };
}

/** First days of the year of the date and of the 12 months up to it. */
function windowOf(at: string) {
  const twelveMonthsStart = Temporal.PlainDate.from(at).subtract({ months: 12 }).add({ days: 1 }).toString();
  return { yearStart: `${at.slice(0, 4)}-01-01`, twelveMonthsStart };
}

async function loadOffices(context: Context, knownBefore: string): Promise<readonly Office[]> {
  const rows = await context.figures.all(listQualityUnits(knownBefore));
  return rows.map((row) => ({
    officeKey: row.office_key,
    id: row.office_id,
    name: row.name,
    districtId: row.district_id,
    districtName: row.district_name,
  }));
}

function isWithinReach(actor: Actor, office: Office): boolean {
  return actor.offices === 'all' || actor.offices.includes(office.officeKey);
}

/** A district is within reach when all its offices are. The nation's totals are for every role but the adviser. */
function unitsWithinReach(actor: Actor, offices: readonly Office[]) {
  const own = offices.filter((office) => isWithinReach(actor, office));
  const districts = [...new Map(offices.map((office) => [office.districtId, office.districtName]))].filter(([id]) =>
    offices.every((office) => office.districtId !== id || isWithinReach(actor, office)),
  );
  const unit = (level: Level, of: { id: string; name: string; districtId?: string }) => ({
    level,
    id: of.id,
    name: of.name,
    districtId: of.districtId ?? null,
  });
  return [
    ...(actor.role === 'adviser' ? [] : [unit('nation', { id: '', name: '' })]),
    ...districts.map(([id, name]) => unit('district', { id, name })),
    ...own.map((office) => unit('office', office)),
  ];
}

/** Ids of the unit's offices, null for the nation; `unknown_unit` where it does not exist or lies outside reach. */
function officeIdsOf(
  context: Context<'unknown_unit'>,
  offices: readonly Office[],
  { level, unitId }: { level: Level; unitId?: string | undefined },
): readonly string[] | null {
  const within = unitsWithinReach(context.actor, offices).some(
    (unit) => unit.level === level && (level === 'nation' || unit.id === unitId),
  );
  if (!within) return context.refuse('unknown_unit');
  if (level === 'nation') return null;
  return offices
    .filter((office) => (level === 'office' ? office.id : office.districtId) === unitId)
    .map((office) => office.id);
}

/** WIA and Wajong tell of health: an adviser who serves only WW gets the contacts of WW. */
function isSchemeOpen(actor: Actor, scheme: string): boolean {
  return scheme === 'WW' || actor.role !== 'adviser' || actor.marks.includes('wia_wajong');
}

/** Both evaluations, and a reader of the figures of each unit; a unit without contacts has zeros. */
async function loadFigures(context: Context, window: Parameters<typeof listQualityOfYear>[0]) {
  const { to: at, knownBefore } = window;
  const ofYear = await evaluate(context.figures, listQualityOfYear(window));
  const passed = await evaluate(context.figures, countToRegister({ at, knownBefore }));
  const keyOf = (row: { level: string; unit: string; scheme: string | null }) =>
    `${row.level}|${row.unit}|${row.scheme ?? ''}`;
  const yearOf = new Map(ofYear.map((row) => [keyOf(row), row]));
  const passedOf = new Map(passed.map((row) => [keyOf(row), row]));
  const schemes = [...new Set([...ofYear, ...passed].flatMap((row) => row.scheme ?? []))].toSorted();
  const figuresOf = (key: string) => {
    const year = yearOf.get(key);
    const due = passedOf.get(key);
    return {
      held: year?.held ?? 0,
      timely: year?.timely ?? 0,
      medianLagDays: year?.median_lag_days ?? null,
      heldTwelveMonths: year?.held_12m ?? 0,
      timelyTwelveMonths: year?.timely_12m ?? 0,
      toRegister: due?.to_register ?? 0,
      toRegisterOverMonth: due?.over_month ?? 0,
      duplicates: year?.duplicates ?? 0,
      outside: year?.outside ?? 0,
      lags: Object.fromEntries(lagBuckets.map((bucket) => [bucket, year?.[bucket] ?? 0])) as Record<
        (typeof lagBuckets)[number],
        number
      >,
    };
  };
  return (unit: { readonly level: Level; readonly id: string }) => ({
    all: figuresOf(`${unit.level}|${unit.id}|`),
    schemes: schemes
      .filter((scheme) => {
        const key = `${unit.level}|${unit.id}|${scheme}`;
        return yearOf.has(key) || passedOf.has(key);
      })
      .map((scheme) => ({ scheme, ...figuresOf(`${unit.level}|${unit.id}|${scheme}`) })),
  });
}

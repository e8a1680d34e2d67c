import type { Actor } from '../../platform/access.ts';
import type { Context } from '../../platform/actions.ts';
import { addDays, addMonths } from '../../time/calendar-date.ts';
import { findOfficesWithinReach, isWithinReach, type OfficeKnown } from '../organisation/index.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { isSchemeShown, nameFor } from '../registry/index.ts';
import { listOpenClients } from './quality-lists.store.ts';

interface Office extends OfficeKnown {
  readonly districtName: string;
}
export type Level = 'nation' | 'district' | 'office';

/** First days of the year of the date and of the 12 months up to it. */
export function windowOf(at: string) {
  const twelveMonthsStart = addDays(addMonths(at, -12), 1);
  return { yearStart: `${at.slice(0, 4)}-01-01`, twelveMonthsStart };
}

/** Names of schemes as an input gives them; null without. */
export function schemesOf(input: { readonly schemes?: string | undefined }): readonly string[] | null {
  const named = (input.schemes ?? '').split(',').filter(Boolean);
  return named.length === 0 ? null : named;
}

/** Offices as known before an instant, by district. */
export async function loadOffices(context: Context, knownBefore: string): Promise<readonly Office[]> {
  const { districts, offices } = await loadUnits(context, knownBefore);
  return districts.flatMap((district) =>
    offices
      .filter((office) => office.districtId === district.id)
      .map((office) => ({ ...office, districtName: district.name })),
  );
}

/** The nation's totals are for every role but the adviser. */
function seesNation({ role }: Actor): boolean {
  return role !== 'adviser';
}

/** The units whose figures an actor sees. */
export function unitsWithinReach(actor: Actor, offices: readonly Office[]) {
  const own = offices.filter((office) => isWithinReach(actor, office));
  const districts = [...new Map(offices.map((office) => [office.districtId, office.districtName]))].filter(
    ([unitId]) => findOfficesWithinReach(actor, offices, { level: 'district', unitId }) !== null,
  );
  const unit = (level: Level, of: { id: string; name: string; districtId?: string }) => ({
    level,
    id: of.id,
    name: of.name,
    districtId: of.districtId ?? null,
  });
  return [
    ...(seesNation(actor) ? [unit('nation', { id: '', name: '' })] : []),
    ...districts.map(([id, name]) => unit('district', { id, name })),
    ...own.map((office) => unit('office', office)),
  ];
}

export type Unit = ReturnType<typeof unitsWithinReach>[number];

/** Whether a reading is of the nation for somebody who reaches less: then small counts are not shown. */
export function isGuarded({ offices }: Actor, { level }: { readonly level: Level }): boolean {
  return level === 'nation' && offices !== 'all';
}

/** Ids of the unit's offices, null for the nation; `unknown_unit` where it does not exist or lies outside reach. */
export function officeIdsOf(
  context: Context<'unknown_unit'>,
  offices: readonly Office[],
  { level, unitId }: { readonly level: Level; readonly unitId?: string | undefined },
): readonly string[] | null {
  if (level === 'nation') return seesNation(context.actor) ? null : context.refuse('unknown_unit');
  const found = findOfficesWithinReach(context.actor, offices, { level, unitId });
  return found === null ? context.refuse('unknown_unit') : found.map((office) => office.id);
}

/** The rows of a list that the reader may open, with their client as the reader sees it. */
export async function openRows<Row extends { readonly client_key: number; readonly scheme: string }>(
  context: Context,
  rows: readonly Row[],
) {
  const { actor } = context;
  const served = rows.filter((row) => isSchemeShown(actor, row.scheme));
  const keys = [...new Set(served.map((row) => row.client_key))];
  const clients = new Map((await context.app.all(listOpenClients(keys))).map((row) => [row.client_key, row]));
  return served.flatMap((row) => {
    const client = clients.get(row.client_key);
    if (client === undefined) return [];
    return [
      {
        row,
        client: {
          clientId: client.client_id,
          name: nameFor(actor, client),
          protected: client.protected,
        },
      },
    ];
  });
}

import type { Context } from '../../platform/actions.ts';
import { groupBy } from '../../platform/group.ts';
import { datesOf } from '../../time/dates-asked.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { isSchemeShown, nameFor, onlySchemeShown } from '../registry/index.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { askEvaluation, type Scope } from './evaluation.store.ts';
import { listCards, listMoments, listOpenBenefits } from './lines.store.ts';
import { loadNorms } from './load-measures.actions.ts';
import type { NormState } from './norm-figure.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { officesOf, type UnitAsked } from './reach.actions.ts';
import { alongside, computeElsewhere, computeReason, type Judged } from './reason.ts';
import type { Moment, Reason, WorklistLine } from './shapes.ts';
import { listObligations, listStandings, type Owned } from './standings.store.ts';
import { type ClientStanding, type OpenState, openStates, type Worklist } from './worklist.ts';

export type WorklistContext = Context<'unknown_unit' | 'no_caseload'>;

/** A question about worklists with all that its statements need. */
export interface WorklistAsked {
  readonly at: string;
  readonly known: string;
  readonly knownBefore: string;
  readonly norms: readonly NormVersion[];
  readonly scope: Scope;
  readonly owned: Owned;
}

interface Input extends UnitAsked {
  readonly at?: string | undefined;
  readonly known?: string | undefined;
}

export async function askWorklist(context: WorklistContext, input: Input): Promise<WorklistAsked> {
  const dates = datesOf(context, input);
  const norms = listNormsValidAt(await loadNorms(context.figures), dates.at);
  if (input.level === 'own') {
    const adviserId = context.actor.adviserId ?? context.refuse('no_caseload');
    return { ...dates, norms, scope: { kind: 'caseload', adviserId }, owned: { kind: 'caseload', adviserId } };
  }
  const offices = officesOf(context, await loadUnits(context, dates.knownBefore), input);
  // lists are of people within reach: of the nation, who reaches less gets the own offices
  if (offices === null && context.actor.offices !== 'all')
    return askOffices(context, { ...dates, norms }, context.actor.offices);
  if (offices === null)
    return {
      ...dates,
      norms,
      scope: { kind: 'all' },
      owned: { kind: 'all', onlyScheme: onlySchemeShown(context.actor) },
    };
  return askOffices(
    context,
    { ...dates, norms },
    offices.map((office) => office.officeKey),
  );
}

/**
 * The offices of an adviser as a unit of their own. Lists of a unit tell by who stands on them: an adviser who serves
 * only WW gets those of WW.
 */
export function askOffices(
  context: WorklistContext,
  asked: Omit<WorklistAsked, 'scope' | 'owned'>,
  officeKeys: readonly number[],
): WorklistAsked {
  const onlyScheme = onlySchemeShown(context.actor);
  return { ...asked, scope: { kind: 'offices', officeKeys }, owned: { kind: 'offices', officeKeys, onlyScheme } };
}

const evaluated = ({ at, knownBefore, norms }: WorklistAsked, scope: Scope) =>
  askEvaluation(
    { at, knownBefore, scope },
    norms.map(({ norm }) => norm),
  );

/** Every client of the unit who stands on some list; evaluated over all facts, whoever asks. */
export async function loadStandings(
  context: WorklistContext,
  asked: WorklistAsked,
): Promise<readonly ClientStanding[]> {
  const rows = await evaluate(
    context.figures,
    listStandings(evaluated(asked, asked.scope), asked.owned),
    asked.scope.kind === 'all',
  );
  return rows.map((row) => ({
    clientKey: row.client_key,
    clientId: row.client_id,
    state: row.state as OpenState | null,
    dueDate: row.due_on,
    advisedDate: row.advised_on,
    lists: new Set(row.lists),
    norms: row.norms,
    schemes: row.schemes,
  }));
}

/** Lines of clients that the reader may open, in the order given. */
export async function loadLines(
  context: WorklistContext,
  asked: WorklistAsked,
  { list, page }: { readonly list: Worklist; readonly page: readonly ClientStanding[] },
): Promise<readonly WorklistLine[]> {
  if (page.length === 0) return [];
  const clientKeys = page.map((standing) => standing.clientKey);
  const onlyScheme = onlySchemeShown(context.actor);
  const line = { at: asked.at, knownBefore: asked.knownBefore, clientKeys, onlyScheme };
  const obligations = await evaluate(
    context.figures,
    listObligations(evaluated(asked, { kind: 'clients', clientKeys }), asked.owned),
  );
  const cards = await context.app.all(listCards(clientKeys));
  const benefits = await context.app.all(listOpenBenefits(line));
  const moments = await context.app.all(listMoments(line));
  const byClient = {
    obligations: groupByClient(obligations),
    benefits: groupByClient(benefits),
    moments: groupByClient(moments),
    cards: groupByClient(cards),
  };
  return page.flatMap((standing) => {
    const card = byClient.cards.get(standing.clientKey)?.[0];
    if (card === undefined) return [];
    const shown = byClient.benefits.get(standing.clientKey) ?? [];
    const contacts = byClient.moments.get(standing.clientKey) ?? [];
    const reasons = readReasons(byClient.obligations.get(standing.clientKey) ?? [], asked);
    const parts = computeLineParts(reasons, {
      list,
      isShown: (scheme) => isSchemeShown(context.actor, scheme),
    });
    const pick = (role: string) => contacts.filter((row) => row.role === role).map(readMoment);
    const reviews = shown.flatMap((benefit) =>
      benefit.review_date !== null && benefit.review_date < asked.at ? [benefit.review_date] : [],
    );
    return [
      {
        clientId: card.client_id,
        name: nameFor(context.actor, card),
        protected: card.protected,
        schemes: [...new Set(shown.map((benefit) => benefit.scheme))],
        offices: [...new Map(shown.map((b) => [b.office_id, { id: b.office_id, name: b.office_name }])).values()],
        state: standing.state,
        dueDate: standing.dueDate,
        ...parts,
        lastContact: pick('last_contact')[0] ?? null,
        nextPlanned: pick('next_planned')[0] ?? null,
        toRegister: pick('to_register'),
        reviewDate: reviews.sort().at(-1) ?? null,
        preferredChannel: card.preferred_channel,
      },
    ];
  });
}

interface ObligationRow {
  readonly benefit_id: string;
  readonly norm_id: string;
  readonly state: string;
  readonly due_on: string;
  readonly basis: string;
  readonly entry_by: string;
  readonly entry_on: string;
  readonly start_date: string;
  readonly last_on: string | null;
  readonly is_own: boolean;
}

export interface OwnedReason {
  readonly reason: Reason;
  readonly isOwn: boolean;
}

/** By date; those of one day in the order of the norms. */
export function readReasons(
  rows: readonly ObligationRow[],
  asked: Pick<WorklistAsked, 'norms' | 'at'>,
): readonly OwnedReason[] {
  const placeOf = (row: ObligationRow) => asked.norms.findIndex(({ norm }) => norm.id === row.norm_id);
  const ordered = rows.toSorted((a, b) =>
    a.due_on === b.due_on ? placeOf(a) - placeOf(b) : a.due_on < b.due_on ? -1 : 1,
  );
  return ordered.flatMap((row) => {
    const version = asked.norms.find(({ norm }) => norm.id === row.norm_id);
    if (version === undefined) return [];
    const judged: Judged = {
      benefitId: row.benefit_id,
      state: row.state as NormState,
      dueOn: row.due_on,
      basis: row.basis as Judged['basis'],
      entryBy: row.entry_by as Judged['entryBy'],
      entryOn: row.entry_on,
      startOn: row.start_date,
      lastOn: row.last_on,
    };
    return [{ reason: computeReason(version, judged, asked.at), isOwn: row.is_own }];
  });
}

/** The obligation that leads, those that ride along, and what of another scheme the reader may only know the date of. */
export function computeLineParts(
  reasons: readonly OwnedReason[],
  { list, isShown }: { readonly list: Worklist | null; readonly isShown: (scheme: string) => boolean },
): Pick<WorklistLine, 'lead' | 'also' | 'elsewhere'> {
  const due = reasons.filter(({ reason }) => (openStates as readonly string[]).includes(reason.state));
  const weight = list === 'only-advised' ? 'advised' : 'must';
  const lead = due.find(({ reason, isOwn }) => isOwn && reason.weight === weight) ?? null;
  const hidden = due.filter(({ reason }) => !isShown(reason.scheme));
  const also = due.filter((of) => of !== lead && isShown(of.reason.scheme));
  const led = lead !== null && isShown(lead.reason.scheme) ? lead.reason : null;
  return {
    lead: led,
    also: also.map(({ reason }) => alongside(reason, led)),
    elsewhere: hidden[0] === undefined ? null : computeElsewhere(hidden[0].reason.dueDate),
  };
}

export function readMoment(row: {
  readonly contact_id: string;
  readonly benefit_id: string;
  readonly occurred_at: string;
  readonly occurred_on: string;
  readonly kind: string;
  readonly channel: string;
  readonly minutes: number | null;
}): Moment {
  return {
    contactId: row.contact_id,
    benefitId: row.benefit_id,
    occurredAt: row.occurred_at,
    onDate: row.occurred_on,
    kind: row.kind,
    channel: row.channel,
    minutes: row.minutes,
  };
}

function groupByClient<Row extends { readonly client_key: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return groupBy(rows, (row) => row.client_key);
}

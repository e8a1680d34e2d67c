import { action } from '../../platform/actions.ts';
import { sealForReading } from '../../platform/secrets/register-seal.store.ts';
import { isDate } from '../../time/calendar-date.ts';
import { endOfDay } from '../../time/zone.ts';
import {
  assignmentsOfClient,
  benefitsOfClient,
  clientById,
  employmentsOfClient,
  enrolmentsOfClient,
  lastEntryOfClient,
  profilesOfClient,
  searchClients,
  trajectoriesOfClient,
  type Wanted,
} from './client.store.ts';
import { findClients as findClientsContract, showClient as showClientContract } from './contract.ts';
import { isSchemeShown, onlySchemeShown } from './health.ts';
import { nameOf } from './name.ts';
import { readSearchText } from './search-text.ts';

const findClients = action(findClientsContract, async (context, { text, limit }) => {
  const read = readSearchText(text);
  if (read.by === 'birthDate' && !isDate(read.date)) return { clients: [], more: false };
  const wanted: Wanted =
    read.by === 'bsn' ? { by: 'bsn', hash: (await sealForReading(context.app, context.config)).hash(read.bsn) } : read;
  const by = { limit, today: context.today, onlyScheme: onlySchemeShown(context.actor) };
  const rows = await context.app.all(searchClients(wanted, by));
  const clients = rows.slice(0, limit).map((row) => ({
    clientId: row.client_id,
    name: nameOf(row),
    birthDate: row.birth_date,
    protected: row.protected,
    schemes: row.schemes,
    offices: row.offices,
    hasOpenBenefit: row.has_open,
  }));
  return { clients, more: rows.length > limit };
});

const showClient = action(showClientContract, async (context, { clientId, known }) => {
  const { app } = context;
  const knownBefore = known === undefined ? 'infinity' : endOfDay(known);
  const client = await app.maybe(clientById({ clientId, knownBefore }));
  if (client === null) return context.refuse('not_found');
  const key = { clientKey: client.client_key, knownBefore };
  const [last, allBenefits, enrolments, assignments, employments, trajectories, profiles] = await Promise.all([
    app.one(lastEntryOfClient(client.client_key)),
    app.all(benefitsOfClient(key)),
    app.all(enrolmentsOfClient(key)),
    app.all(assignmentsOfClient(key)),
    app.all(employmentsOfClient(key)),
    app.all(trajectoriesOfClient(key)),
    app.all(profilesOfClient(key)),
  ]);
  const benefits = allBenefits.filter((row) => isSchemeShown(context.actor, row.scheme));
  const shown = new Set(benefits.map((row) => row.benefit_id));
  const ofShown = <Row extends { readonly benefit_id: string }>(rows: readonly Row[]) =>
    rows.filter((row) => shown.has(row.benefit_id));
  return {
    now: context.now,
    lastEntry: last.entry_id,
    clientId,
    name: nameOf(client),
    birthDate: client.birth_date,
    sex: client.sex,
    protected: client.protected,
    hasBsn: client.has_bsn,
    postcode: client.postcode,
    phone: client.phone,
    email: client.email,
    preferredChannel: client.preferred_channel,
    education: client.education,
    language: client.language,
    digital: client.digital,
    benefits: benefits.map((row) => ({
      benefitId: row.benefit_id,
      versionId: row.version_id,
      scheme: row.scheme,
      variant: row.variant,
      insurer: row.insurer,
      office: { id: row.office_id, name: row.office_name },
      startDate: row.start_date,
      endDate: row.end_date,
      endReason: row.end_reason,
      maxEndDate: row.max_end_date,
      workCapacity: row.work_capacity,
      enteredPutAside: row.entered_put_aside,
      ...versionOf(row),
    })),
    enrolments: ofShown(enrolments).map((row) => ({
      benefitId: row.benefit_id,
      versionId: row.version_id,
      from: row.from_date,
      to: row.to_date,
      endReason: row.end_reason,
      reviewDate: row.review_date,
      ...versionOf(row),
    })),
    assignments: ofShown(assignments).map((row) => ({
      benefitId: row.benefit_id,
      from: row.from_date,
      to: row.to_date,
      adviserId: row.adviser_id,
      adviserName: row.adviser_name,
      ...versionOf(row),
    })),
    employments: employments.map((row) => ({
      employmentId: row.employment_id,
      startDate: row.start_date,
      endDate: row.end_date,
      hoursPerWeek: row.hours_per_week,
      sector: row.sector,
    })),
    trajectories: ofShown(trajectories).map((row) => ({
      trajectoryId: row.trajectory_id,
      benefitId: row.benefit_id,
      kind: row.kind,
      purchasedOn: row.purchased_on,
      startDate: row.start_date,
      endDate: row.end_date,
    })),
    profiles: ofShown(profiles).map((row) => ({
      profileId: row.profile_id,
      benefitId: row.benefit_id,
      instrument: row.instrument,
      assessedOn: row.assessed_on,
      score: row.score,
      validUntil: row.valid_until,
      possibilities: row.possibilities,
      obstacles: row.obstacles,
      goal: row.goal,
      support: row.support,
      ...versionOf(row),
    })),
  };
});

export const registryReadActions = [findClients, showClient] as const;

function versionOf(row: { entered: boolean; by: string | null; known_from: string }) {
  return { entered: row.entered, by: row.by, knownFrom: row.known_from };
}

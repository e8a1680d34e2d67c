import { action } from '../../platform/actions.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { lastDayOfMonth } from '../../time/calendar-date.ts';
import { endOfDay } from '../../time/zone.ts';
import { loadAdviserHours } from '../contacts/measures.actions.ts';
import { loadMeasures, loadNorms, ownUnitsOf } from '../coverage/coverage.actions.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { type Agreement, agreedYear, agreements } from './agreement.ts';
import { noteAgreement as noteAgreementContract, showAgreements as showAgreementsContract } from './contract.ts';
import { annualise, readFigures } from './figures.ts';
import { computeStanding } from './standing.ts';
import { formationOn, lastNotes, saveNote } from './steering.store.ts';
import { lastWholeMonth } from './window.ts';

const showAgreements = action(showAgreementsContract, async (context, input) => {
  const at = input.at ?? context.today;
  const known = input.known ?? at;
  const knownBefore = endOfDay(known);
  const { figures: db } = context;
  const { measures, quality } = await loadMeasures(context, { at, known });
  const own = ownUnitsOf(context.actor, await loadUnits(context, knownBefore));
  const norms = (await loadNorms(db)).filter((each) => each.norm.validFrom <= at);
  const formation = {
    now: (await db.one(formationOn(at, knownBefore))).fte,
    januaryFirst: (await db.one(formationOn(`${at.slice(0, 4)}-01-01`, knownBefore))).fte,
  };
  const month = lastWholeMonth(at);
  const january = await monthRate(db, `${at.slice(0, 4)}-01`, { at, knownBefore });
  const lastMonth = await monthRate(db, month, { at, knownBefore });
  const figures = readFigures(measures.national, {
    norms,
    quality,
    formation,
    officeIds: own?.officeIds ?? null,
  });
  const notes = new Map((await context.app.all(lastNotes(knownBefore))).map((row) => [row.agreement_id, row]));
  return {
    at,
    known,
    year: agreedYear,
    agreements: agreements.map((agreement) => {
      const note = notes.get(agreement.id);
      return {
        id: agreement.id,
        group: agreement.group,
        text: agreement.text,
        definition: agreement.definition,
        owner: agreement.owner,
        why: agreement.source.kind === 'none' ? agreement.source.why : null,
        norm: normOf(agreement, figures.norms),
        ...computeStanding(agreement, figures, at),
        note:
          note === undefined
            ? null
            : {
                cause: note.cause,
                measure: note.measure,
                owner: note.owner,
                notedOn: note.noted_on,
                by: note.person_name,
              },
        difference: differenceOf(agreement),
      };
    }),
    adviserHours: { january, month, lastMonth },
    formation,
    wwInflow: figures.wwInflow,
  };
});

const noteAgreement = action(noteAgreementContract, async (context, { agreementId, cause, measure, owner }) => {
  const entry = await context.enter();
  await context.app.run(saveNote({ agreementId, cause, measure, owner, notedOn: context.today }, entry.entryId));
  return { entryId: entry.entryId };
});

export const steeringActions = [showAgreements, noteAgreement] as const;

/** Annualised hours per fte of one month, or of its part up to the reference date. */
async function monthRate(db: Queryable, month: string, { at, knownBefore }: { at: string; knownBefore: string }) {
  const from = `${month}-01`;
  const last = lastDayOfMonth(month);
  const rows = await loadAdviserHours(db, { from, to: last < at ? last : at, knownBefore });
  const nation = rows.find((row) => row.district_id === null);
  const year = Number(month.slice(0, 4));
  return nation === undefined ? null : annualise({ minutes: nation.minutes, fteDays: Number(nation.fte_days), year });
}

function normOf({ source }: Agreement, norms: Readonly<Record<string, { readonly version: number }>>) {
  if (source.kind !== 'norm_share' && source.kind !== 'norm_mean') return null;
  const norm = norms[source.norm];
  return norm === undefined ? null : { id: source.norm, version: norm.version };
}

function differenceOf({ source }: Agreement) {
  switch (source.kind) {
    case 'norm_share':
      return { norm: source.norm, measure: 'share_year' };
    case 'norm_mean':
      return { norm: source.norm, measure: 'mean_year' };
    case 'closure':
      return { norm: 'closure', measure: 'share_closed' };
    case 'inclusion':
      return { norm: 'wajong-inclusion', measure: 'inclusion' };
    default:
      return null;
  }
}

import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../../platform/actions.ts';
import type { Queryable, Transaction } from '../../platform/db/database.ts';
import { isRegisterWritten } from '../../platform/register-lock.store.ts';
import { endOfDay } from '../../time/zone.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { listFigures } from './figures.store.ts';
import {
  type FigureRow,
  forgetKeptFigures,
  type KeptAsked,
  listKeptFigures,
  saveKeptFigures,
  showKeptSources,
  tryToEvaluate,
} from './kept-figures.store.ts';
import { computeNormTerms } from './norm-terms.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { computeWindows } from './windows.ts';

type Asking = Pick<Context, 'database' | 'today'>;
export interface AskedDates {
  readonly at: string;
  readonly known: string;
}

/**
 * Reads in a short transaction of its own. Who asks for kept figures must hold no other connection meanwhile: pages that
 * ask for many at once would otherwise wait for each other's.
 */
export async function readFigures<T>(context: Asking, work: (figures: Queryable) => Promise<T>): Promise<T> {
  const database = await context.database();
  return database.transaction({ isolation: 'snapshot' }, (tx) => work(tx.as('figures')));
}

/** The rows of `listFigures` for all norms in force at `at` and all units, kept or evaluated (and then kept). */
export async function loadKeptFigures(
  context: Asking,
  versions: readonly NormVersion[],
  dates: AskedDates,
): Promise<readonly FigureRow[]> {
  const question = makeQuestion(versions, dates);
  // what is known after today is still to come
  if (dates.known > context.today) return readFigures(context, (figures) => evaluate(figures, question.figures, true));
  const database = await context.database();
  for (;;) {
    const kept = await findKept(context, question.asked);
    if (kept !== null) return kept;
    const made = await database.transaction({ isolation: 'write' }, (tx) => evaluateAndKeep(tx, question));
    if (made !== null) return made;
    // another call is evaluating it; waiting without a connection leaves the pool to others
    await setTimeout(pauseMs);
  }
}

/** Only what is kept and still holds; null without. */
export function findKeptFigures(
  context: Asking,
  versions: readonly NormVersion[],
  dates: AskedDates,
): Promise<readonly FigureRow[] | null> {
  return findKept(context, makeQuestion(versions, dates).asked);
}

const pauseMs = 150;

interface Question {
  readonly asked: KeptAsked;
  readonly figures: ReturnType<typeof listFigures>;
  readonly norms: readonly string[];
}

function makeQuestion(versions: readonly NormVersion[], { at, known }: AskedDates): Question {
  const inForce = listNormsValidAt(versions, at);
  const knownBefore = endOfDay(known);
  const norms = inForce.map(({ norm }) => computeNormTerms(norm));
  const figures = listFigures({ windows: computeWindows(at), knownBefore, scope: { kind: 'all' }, norms });
  const method = createHash('sha256')
    .update(JSON.stringify([figures.text, figures.values]))
    .digest('hex');
  return {
    asked: { at, known, knownBefore, method },
    figures,
    norms: inForce.map(({ norm, version }) => `${norm.id} ${version}`),
  };
}

async function findKept(context: Asking, asked: KeptAsked): Promise<readonly FigureRow[] | null> {
  const rows = await readFigures(context, (figures) => figures.all(listKeptFigures(asked)));
  return rows.length > 0 ? rows : null;
}

/** Null while another transaction evaluates the same. */
async function evaluateAndKeep(tx: Transaction, { asked, figures, norms }: Question) {
  const app = tx.as('app');
  const reader = tx.as('figures');
  if (!(await app.one(tryToEvaluate(asked))).is_mine) return null;
  const kept = await reader.all(listKeptFigures(asked));
  if (kept.length > 0) return kept;
  // asked before the evaluation: what comes between is then taken for later than it
  const sources = await reader.one(showKeptSources(asked.knownBefore));
  // an act that is being written may get its place before the last one that is seen, and is told by nothing afterwards
  const isWritten = await isRegisterWritten(reader);
  const rows = await evaluate(reader, figures, true);
  if (isWritten) return rows;
  await app.run(forgetKeptFigures(asked));
  await app.run(saveKeptFigures(asked, { ...sources, norms }, rows));
  return rows;
}

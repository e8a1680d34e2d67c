import { action } from '../../platform/actions.ts';
import { dateOf } from '../../time/zone.ts';
import { undo as undoContract } from './contract.ts';
import { isSchemeShown } from './health.ts';
import {
  actById,
  clientsOfAct,
  enterables,
  enteredIn,
  lockClientsByKey,
  restoreBefore,
  schemesOfAct,
  versionsOfAct,
} from './undo.store.ts';
import { saveClientEntries } from './work.store.ts';
import { mayWrite } from './writer.ts';

/**
 * Everything that an act entered is taken back, or nothing. An act may take a client out of the maker's own reach (a
 * hand-over to another adviser): on its own day the maker takes it back all the same, past the reach of `app`. Nothing of
 * the client leaves with that, and reach that somebody once had does not outlive the day.
 */
export const undo = action(undoContract, async (context, { entryId }) => {
  await context.beginWrite();
  const made = await context.app.maybe(actById(entryId));
  if (made === null) return context.refuse('not_found');
  const schemes = await context.figures.all(schemesOfAct(entryId));
  if (schemes.some((row) => !isSchemeShown(context.actor, row.scheme))) context.refuse('not_found');
  const isOwnOfToday = made.person_id === context.actor.personId && dateOf(made.entered_at) === context.today;
  const rows = isOwnOfToday ? context.tx.as('owner') : context.app;
  const touched = (await context.figures.all(clientsOfAct(entryId))).map((row) => row.client_key);
  const locked = await rows.all(lockClientsByKey(touched));
  if (locked.length === 0) context.refuse('not_found');
  if (locked.length < touched.length) context.refuse('partly_out_of_reach');
  let undone = 0;
  for (const kind of enterables) {
    const { all, latest } = await rows.one(versionsOfAct(kind, entryId));
    if (all > 0 && !mayWrite(context.actor, enteredIn(kind))) context.refuse('not_allowed');
    if (all !== latest) context.refuse('nothing_to_undo');
    undone += latest;
  }
  if (undone === 0) context.refuse('nothing_to_undo');
  const entry = await context.enter();
  await rows.run(saveClientEntries(touched, entry.entryId));
  for (const kind of enterables) await rows.run(restoreBefore(kind, entryId, entry));
  return { entryId: entry.entryId, undone };
});

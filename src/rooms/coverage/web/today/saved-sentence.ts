import type { SavedContact } from '../../../contacts/web/register/sheet-props.ts';
import type { Worklist } from '../../index.ts';
import type { Say } from './counter-title.ts';

/** What was saved from a worklist. */
export interface Done {
  readonly saved: SavedContact;
  /** The list it was done on: choosing another list is the next act. */
  readonly list: Worklist;
  readonly before: number;
}

/** What was saved, and what it did to the list. */
export function savedSentence(
  done: Done,
  { after, list }: { readonly after: number | undefined; readonly list: string },
  { say, number }: { readonly say: Say; readonly number: (value: number) => string },
): string {
  const moved =
    after === undefined || after === done.before
      ? say('stays', { list })
      : say('becomes', { list, before: number(done.before), after: number(after) });
  return done.saved.mode === 'plan' ? done.saved.sentence : `${done.saved.sentence} ${moved}`;
}

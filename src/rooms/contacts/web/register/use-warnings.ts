import { useRead } from '../../../../platform/web/query.ts';
import { parseDateInput, parseTimeInput } from '../../../../ui/parse-input.ts';
import { checkContact, type Kind } from '../../index.ts';
import type { Draft, Mode } from './draft.ts';
import { useDebounced } from './use-debounced.ts';

/** What is odd, asked of the server while one types; nothing is asked until date and time are understood. */
export function useWarnings(mode: Mode, draft: Draft, contactId: string | undefined) {
  const { benefitId, date, time } = draft;
  const kind = draft.kind as Kind;
  const isUnderstood = parseDateInput(date) === date && parseTimeInput(time) === time;
  const asks = mode !== 'withdraw' && isUnderstood && benefitId !== '';
  const planned = contactId === undefined ? {} : { planned: contactId };
  const wanted = useDebounced(asks ? JSON.stringify({ benefitId, ...planned, kind, date, time }) : null);
  const check = useRead(checkContact, wanted === null ? null : JSON.parse(wanted));
  return asks ? (check.data?.warnings ?? []) : [];
}

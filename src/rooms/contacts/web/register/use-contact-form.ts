import { useState } from 'react';
import type { Contract, OutputOf } from '../../../../platform/contract.ts';
import { problemOf } from '../../../../platform/web/invoke.ts';
import { useKept } from '../../../../platform/web/kept.tsx';
import { useRead, useWrite } from '../../../../platform/web/query.ts';
import { dayNumberOf } from '../../../../time/calendar-date.ts';
import { formatDate, formatDays, formatTime } from '../../../../ui/format.ts';
import type { FieldError } from '../../../../ui/forms/form.tsx';
import { parseDateInput } from '../../../../ui/parse-input.ts';
import { showClient } from '../../../registry/index.ts';
import type { reportContact } from '../../index.ts';
import { choicesOf } from './contact-fields.tsx';
import {
  contracts,
  type Draft,
  type DraftFault,
  type DraftField,
  findFaults,
  inputOf,
  type Mode,
  makeDraft,
} from './draft.ts';
import { fieldOfRefusal } from './sheet-problem.tsx';
import type { ContactSheetProps } from './sheet-props.ts';
import { useDebounced } from './use-debounced.ts';
import { useFirst, useProductNow } from './use-product-now.ts';
import { useWarnings } from './use-warnings.ts';
import { useContactWords } from './words.ts';

/** So long after the last key a field counts as filled in: what is wrong with it is then said. */
const typingPause = 800;

/** The form of the sheet as it stands: its draft, what is wrong or odd with it, and saving it. */
export function useContactForm(props: ContactSheetProps) {
  const { say, locale } = useContactWords();
  const { mode, client, about, today } = props;
  // what was typed in a sheet that was left is there again, wherever it is opened
  const drafts = useKept('contacts.drafts', () => new Map<string, Draft>());
  const key = `${mode} ${client.clientId} ${about?.contactId ?? ''}`;
  const dossier = useRead(showClient, { clientId: client.clientId });
  const read = dossier.data;
  const seenEntry = useFirst(read?.lastEntry);
  const { now, openedAt } = useProductNow(read, dossier.dataUpdatedAt);
  const [typed, setTyped] = useState(() => drafts.get(key));
  const untouched = () =>
    makeDraft(mode, {
      now: { date: today, time: openedAt },
      hasSpoken: client.hasSpoken,
      preferredChannel: client.preferredChannel,
      benefitId: props.benefitId,
      about,
    });
  const draft = typed ?? untouched();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const change = (next: Draft) => {
    drafts.set(key, next);
    setTyped(next);
    const changed = Object.entries(next).flatMap(([name, value]) =>
      draft[name as DraftField] === value ? [] : [name],
    );
    setTouched((before) => new Set([...before, ...changed]));
    // what the server found wrong with a field is no longer said of what stands there now
    if (refused !== null) write.reset();
  };
  const forget = () => drafts.delete(key);
  // a planned contact that was moved is no report: it gets another moment
  const acting: Mode = mode === 'report' && draft.outcome === 'moved' ? 'move' : mode;
  const write = useWrite(contracts[acting] as Contract);
  const benefits = choicesOf(dossier.data?.benefits ?? [], { today, chosen: draft.benefitId });
  // the list may not say which benefit: then the one that is open
  const filled = { ...draft, benefitId: draft.benefitId || (benefits[0]?.benefitId ?? '') };
  const lacksBenefit = filled.benefitId === '';
  const input = inputOf(acting, filled, { clientId: client.clientId, contactId: about?.contactId, seenEntry });
  const faults = findFaults(acting, input, now);
  const problem = write.isError ? problemOf(write.error) : null;
  const refused = problem === null ? null : fieldOfRefusal(problem, acting);
  const [tried, setTried] = useState<readonly FieldError[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const warnings = useWarnings(acting, filled, about?.contactId);

  const standing = JSON.stringify(draft);
  const hasPaused = useDebounced(standing, typingPause) === standing;
  const wordOf = ({ field, is }: DraftFault) =>
    is === 'missing' ? say(`need.${field === 'benefitId' || field === 'nextKind' ? 'kind' : field}`) : say(is);
  const errorOf = (field: DraftField) => {
    if (refused?.field === field) return say(refused.word);
    const fault = faults.find((of) => of.field === field);
    if (fault === undefined) return undefined;
    // a moment that is reported is odd as it stands; one that is planned was not chosen yet
    const isShown =
      fault.is === 'future' ||
      left.has(field) ||
      (hasPaused && touched.has(field)) ||
      tried.some((error) => error.field === field);
    return isShown ? wordOf(fault) : undefined;
  };
  const warningOf = (field: DraftField) => {
    if (field === 'nextDate') return lateNext();
    return warnings.find((warning) => warning.field === field)?.[locale];
  };
  const lateNext = () => {
    const next = parseDateInput(draft.nextDate);
    const due = next === undefined ? null : (props.missedBy?.({ ...draft, nextDate: next }) ?? null);
    if (next === undefined || due === null) return undefined;
    return say('lateNext', {
      date: formatDate(next, locale),
      days: formatDays(dayNumberOf(next) - dayNumberOf(due.by), locale),
      by: formatDate(due.by, locale),
      advised: due.advised ? 'yes' : 'no',
    });
  };

  const submit = () => {
    setTried(faults.map((fault) => ({ field: fault.field, text: wordOf(fault) })));
    if (faults.length > 0 || lacksBenefit) return;
    const tell = (output: unknown) => {
      const { entryId, meanwhile } = output as OutputOf<typeof reportContact>;
      forget();
      const saved = say(`saved.${acting}`, { name: client.name, date: formatDate(draft.date, locale) });
      const sentence = 'nextDate' in input ? `${saved} ${nextWords()}` : saved;
      props.onSaved({ mode: acting, entryId, meanwhile, sentence, clientId: client.clientId });
    };
    // also when the sheet was closed meanwhile; a refusal stays in the sheet
    write.mutateAsync(input).then(tell, (fault: unknown) => {
      const found = fieldOfRefusal(problemOf(fault), acting);
      if (found !== null) setTried([{ field: found.field, text: say(found.word) }]);
    });
  };
  const nextWords = () =>
    say('savedNext', { date: formatDate(draft.nextDate, locale), time: formatTime(draft.nextTime, locale) });

  return {
    draft,
    /** What saving does: a planned contact that was moved is no report. */
    acting,
    fields: { draft: filled, onChange: change, errorOf, warningOf },
    benefits,
    /** Fields to mend after a try to save. */
    tried,
    isComplete: faults.length === 0,
    /** The client has no benefit that the contact could go with. */
    hasNoBenefit: lacksBenefit && dossier.data !== undefined,
    isBusy: write.isPending || (lacksBenefit && dossier.isPending),
    /** Why it was not saved, where no field is to blame. */
    problem: refused === null ? problem : null,
    submit,
    forget,
    leaveField: (name: string) => setLeft((before) => new Set([...before, name])),
  };
}

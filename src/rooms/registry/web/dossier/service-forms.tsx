import { useState } from 'react';
import { useRead, useWrite, whenSaved } from '../../../../platform/web/query.ts';
import { formatDate } from '../../../../ui/format.ts';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { DateField } from '../../../../ui/forms/typed-field.tsx';
import { parseDateInput } from '../../../../ui/parse-input.ts';
import { listAdvisers } from '../../../organisation/index.ts';
import { assign, endEnrolment, endReasons, enrol } from '../../index.ts';
import { CardForm } from './card-form.tsx';
import type { Benefit, SavedEntry } from './dossier.ts';
import { useDossierWords } from './words.ts';

export interface ServiceFormProps {
  readonly benefit: Benefit;
  readonly today: string;
  /** The last act on the client in the dossier: others' acts after it come back as a notice. */
  readonly seenEntry: number;
  readonly onClose: () => void;
  readonly onSaved: (saved: SavedEntry) => void;
}

const isDate = (text: string) => parseDateInput(text) === text;

/** Take a benefit into service from a day. */
export function EnrolForm({ benefit, today, onClose, onSaved }: ServiceFormProps) {
  const { say, locale } = useDossierWords();
  const [from, setFrom] = useState(today);
  const write = useWrite(enrol);
  return (
    <CardForm
      label={say('enrol')}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
      findFaults={() => (isDate(from) ? [] : [{ field: 'enrolFrom', text: say('need.date') }])}
      onSubmit={() =>
        whenSaved(write.mutateAsync({ benefitIds: [benefit.benefitId], from }), ({ entryId }) => {
          onClose();
          onSaved({ entryId, meanwhile: [], sentence: say('saved.enrol', { date: formatDate(from, locale) }) });
        })
      }
    >
      {(errorOf) => (
        <DateField label={say('from')} name="enrolFrom" value={from} onChange={setFrom} error={errorOf('enrolFrom')} />
      )}
    </CardForm>
  );
}

/**
 * End the service with a reason; who declined or cannot be reached gets a date to look again. `seenVersion`: that of the
 * enrolment that ends.
 */
export function EndForm(props: ServiceFormProps & { readonly seenVersion: number }) {
  const { benefit, today, seenEntry, seenVersion, onClose, onSaved } = props;
  const { say } = useDossierWords();
  const [to, setTo] = useState(today);
  const [reason, setReason] = useState('');
  const [review, setReview] = useState('');
  const [seen] = useState({ seenEntry, seenVersion });
  const write = useWrite(endEnrolment);
  const chosen = endReasons.find((of) => of === reason);
  const looksAgain = chosen === 'declined' || chosen === 'unreachable';
  const findFaults = () => [
    ...(chosen ? [] : [{ field: 'endReason', text: say('need.reason') }]),
    ...(isDate(to) ? [] : [{ field: 'endTo', text: say('need.date') }]),
    ...(!looksAgain || isDate(review) ? [] : [{ field: 'endReview', text: say('need.review') }]),
  ];
  const submit = () => {
    if (!chosen) return;
    const input = { benefitId: benefit.benefitId, to, reason: chosen, ...seen };
    whenSaved(write.mutateAsync(looksAgain ? { ...input, reviewDate: review } : input), ({ entryId, meanwhile }) => {
      onClose();
      onSaved({ entryId, meanwhile, sentence: say('saved.end', { reason: say(`reason.${chosen}`) }) });
    });
  };
  return (
    <CardForm
      label={say('endService')}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
      findFaults={findFaults}
      onSubmit={submit}
    >
      {(errorOf) => (
        <>
          <SelectField
            label={say('why')}
            name="endReason"
            value={reason}
            onChange={setReason}
            error={errorOf('endReason')}
            options={endReasons.map((of) => ({ value: of, word: say(`reason.${of}`) }))}
          />
          <DateField label={say('to')} name="endTo" value={to} onChange={setTo} error={errorOf('endTo')} />
          {looksAgain ? (
            <DateField
              label={say('reviewOn')}
              name="endReview"
              value={review}
              onChange={setReview}
              error={errorOf('endReview')}
            />
          ) : null}
        </>
      )}
    </CardForm>
  );
}

/** Assign a benefit to an adviser of its office, or hand it over. */
export function AssignForm(props: ServiceFormProps & { readonly label: string }) {
  const { say, locale } = useDossierWords();
  const { benefit, today, onClose, onSaved } = props;
  const [adviserId, setAdviserId] = useState('');
  const [from, setFrom] = useState(today);
  const advisers = useRead(listAdvisers, { officeId: benefit.office.id });
  const write = useWrite(assign);
  const choices = advisers.data?.advisers ?? [];
  const adviser = choices.find((of) => of.id === adviserId);
  const submit = () =>
    whenSaved(write.mutateAsync({ benefitIds: [benefit.benefitId], adviserId, from }), ({ entryId }) => {
      const sentence = say('saved.assign', {
        adviser: adviser?.name ?? adviserId,
        date: formatDate(from, locale),
      });
      onClose();
      onSaved({ entryId, meanwhile: [], sentence });
    });
  return (
    <CardForm
      label={props.label}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
      findFaults={() => [
        ...(adviser ? [] : [{ field: 'assignTo', text: say('need.adviser') }]),
        ...(isDate(from) ? [] : [{ field: 'assignFrom', text: say('need.date') }]),
      ]}
      onSubmit={submit}
    >
      {(errorOf) => (
        <>
          <SelectField
            label={say('toAdviser')}
            name="assignTo"
            value={adviserId}
            onChange={setAdviserId}
            error={errorOf('assignTo')}
            options={choices.map((of) => ({ value: of.id, word: of.name }))}
          />
          <DateField
            label={say('from')}
            name="assignFrom"
            value={from}
            onChange={setFrom}
            error={errorOf('assignFrom')}
          />
        </>
      )}
    </CardForm>
  );
}

import { useState } from 'react';
import { useWrite, whenSaved } from '../../../../platform/web/query.ts';
import { formatDate } from '../../../../ui/format.ts';
import { RadioField } from '../../../../ui/forms/choice-field.tsx';
import { TextAreaField } from '../../../../ui/forms/text-field.tsx';
import { DateField, NumberField } from '../../../../ui/forms/typed-field.tsx';
import { parseDateInput } from '../../../../ui/parse-input.ts';
import { recordCapacity, recordProfile } from '../../index.ts';
import { decideProfileDates } from '../../profile-dates.ts';
import { CardForm } from './card-form.tsx';
import type { Profile } from './dossier.ts';
import type { ServiceFormProps } from './service-forms.tsx';
import { useDossierWords } from './words.ts';

const capacities = ['yes', 'no', 'unknown'] as const;

/** Record whether somebody can work. */
export function CapacityForm({ benefit, seenEntry, onClose, onSaved }: ServiceFormProps) {
  const { say } = useDossierWords();
  const [capacity, setCapacity] = useState(benefit.workCapacity ?? 'unknown');
  const [seen] = useState({ seenEntry, seenVersion: benefit.versionId });
  const write = useWrite(recordCapacity);
  const workCapacity = capacities.find((of) => of === capacity) ?? 'unknown';
  return (
    <CardForm
      label={say('recordCapacity')}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
      findFaults={() => []}
      onSubmit={() =>
        whenSaved(
          write.mutateAsync({ benefitId: benefit.benefitId, workCapacity, ...seen }),
          ({ entryId, meanwhile }) => {
            const sentence = say('saved.capacity', { capacity: say(`capacity.${workCapacity}`) });
            onClose();
            onSaved({ entryId, meanwhile, sentence });
          },
        )
      }
    >
      {() => (
        <RadioField
          label={say('capacity')}
          name="workCapacity"
          value={capacity}
          onChange={setCapacity}
          options={capacities.map((of) => ({ value: of, word: say(`capacity.${of}`) }))}
        />
      )}
    </CardForm>
  );
}

const texts = ['goal', 'possibilities', 'obstacles', 'support'] as const;

/** Record a profile; it starts from the latest one, so that only what changed is typed. */
export function ProfileForm(props: ServiceFormProps & { readonly latest: Profile | undefined }) {
  const { say, locale } = useDossierWords();
  const { benefit, today, seenEntry, latest, onClose, onSaved } = props;
  const [form, setForm] = useState({
    goal: latest?.goal ?? '',
    possibilities: latest?.possibilities ?? '',
    obstacles: latest?.obstacles ?? '',
    support: latest?.support ?? '',
    score: '',
    assessedOn: today,
    validUntil: '',
  });
  const [seen] = useState(seenEntry);
  const write = useWrite(recordProfile);
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const score = form.score.trim() === '' ? undefined : Number(form.score);
  const isUnderstood = (text: string) => parseDateInput(text) === text;
  const fault = decideProfileDates({ ...form, validUntil: form.validUntil || undefined }, today);
  const dateFaults = (field: 'assessedOn' | 'validUntil', is: { isUnderstood: boolean; isWrong: boolean }) => {
    if (!is.isUnderstood) return [{ field, text: say('need.date') }];
    return is.isWrong ? [{ field, text: say(`wrong.${field}`) }] : [];
  };
  const isUnchanged =
    latest !== undefined &&
    form.score.trim() === '' &&
    texts.every((name) => form[name].trim() === (latest[name] ?? ''));
  const savedSentence = () =>
    say(isUnchanged ? 'saved.profileAgain' : 'saved.profile', {
      hasEnd: form.validUntil === '' ? 'no' : 'yes',
      date: form.validUntil === '' ? '' : formatDate(form.validUntil, locale),
    });
  const findFaults = () => [
    ...(form.goal || form.possibilities || form.obstacles ? [] : [{ field: 'goal', text: say('need.profile') }]),
    ...(score === undefined || (score >= 0 && score <= 1) ? [] : [{ field: 'score', text: say('need.score') }]),
    ...dateFaults('assessedOn', {
      isUnderstood: isUnderstood(form.assessedOn),
      isWrong: fault === 'assessed_in_future',
    }),
    ...dateFaults('validUntil', {
      isUnderstood: form.validUntil === '' || isUnderstood(form.validUntil),
      isWrong: fault === 'expired_when_assessed',
    }),
  ];
  const submit = () => {
    const filled = texts.flatMap((name) => (form[name].trim() === '' ? [] : [[name, form[name].trim()] as const]));
    whenSaved(
      write.mutateAsync({
        benefitId: benefit.benefitId,
        assessedOn: form.assessedOn,
        ...Object.fromEntries(filled),
        ...(score === undefined ? {} : { score }),
        ...(form.validUntil === '' ? {} : { validUntil: form.validUntil }),
        seenEntry: seen,
      }),
      ({ entryId, meanwhile }) => {
        onClose();
        onSaved({ entryId, meanwhile, sentence: savedSentence() });
      },
    );
  };
  return (
    <CardForm
      label={say('recordProfile')}
      busy={write.isPending}
      problem={write.error}
      onClose={onClose}
      findFaults={findFaults}
      onSubmit={submit}
      note={isUnchanged ? say('unchanged', { date: formatDate(latest.assessedOn, locale) }) : undefined}
    >
      {(errorOf) => (
        <>
          {texts.map((name) => (
            <TextAreaField
              key={name}
              label={say(name)}
              name={name}
              rows={2}
              maxLength={1000}
              optional={name === 'support'}
              value={form[name]}
              onChange={(text) => change({ [name]: text })}
              error={errorOf(name)}
            />
          ))}
          {benefit.scheme === 'WW' ? (
            <NumberField
              label={say('score')}
              name="score"
              optional
              hint={say('scoreHint')}
              value={form.score}
              onChange={(text) => change({ score: text })}
              error={errorOf('score')}
            />
          ) : null}
          <DateField
            label={say('assessedOn')}
            name="assessedOn"
            value={form.assessedOn}
            onChange={(assessedOn) => change({ assessedOn })}
            error={errorOf('assessedOn')}
          />
          <DateField
            label={say('validUntil')}
            name="validUntil"
            optional
            hint={
              latest?.validUntil
                ? say('validUntilWas', { date: formatDate(latest.validUntil, locale) })
                : say('validUntilEmpty')
            }
            value={form.validUntil}
            onChange={(validUntil) => change({ validUntil })}
            error={errorOf('validUntil')}
          />
        </>
      )}
    </CardForm>
  );
}

import { useEffect, useRef, useState } from 'react';
import { whenSaved } from '../../../../platform/web/query.ts';
import { nextWorkingDay } from '../../../../time/dutch-holidays.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { formatDate, formatTime } from '../../../../ui/format.ts';
import { Beside, CheckboxField, SelectField } from '../../../../ui/forms/choice-field.tsx';
import { type FieldError, Form } from '../../../../ui/forms/form.tsx';
import { DateField, TimeField } from '../../../../ui/forms/typed-field.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { Notice } from '../../../../ui/notices/notice.tsx';
import {
  type Channel,
  channels,
  classesOf,
  type Kind,
  kindNames,
  planContact,
  usualMinutes,
} from '../../../contacts/index.ts';
import { useContactWords } from '../../../contacts/web/register/words.ts';
import { useMe } from '../../../organisation/web/me.tsx';
import { enrol } from '../../../registry/index.ts';
import { planFirstTalks, type Talk } from './first-talks.ts';
import { type FigureBenefit, type TakenIn, useTakeIn } from './take-in.ts';
import { useAdvisers } from './use-advisers.ts';
import { useBenefitWords } from './words.ts';

const talkChannels = channels.filter((channel) => classesOf('intake', channel).isConversation);
const talkKinds = kindNames.filter((kind) => classesOf(kind, 'office').isConversation);

/** From when, by whom, and when the first conversation is: one form for all that were chosen. */
export function TakeInForm(props: {
  readonly benefits: readonly FigureBenefit[];
  readonly onDone: (taken: TakenIn) => void;
  readonly onCancel: () => void;
}) {
  const { say, locale } = useBenefitWords();
  const { say: sayContact } = useContactWords();
  const me = useMe();
  const { benefits } = props;
  const write = useTakeIn();
  const advisers = useAdvisers(benefits);
  const [draft, setDraft] = useState(() => ({
    from: me.today,
    adviserId: '',
    plans: false,
    kind: (benefits[0]?.scheme === 'WW' ? 'orientation' : 'intake') as Kind,
    channel: 'office' as Channel,
    date: nextWorkingDay(me.today),
    time: '09:00',
  }));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  const isMoment =
    planContact.input.shape.date.safeParse(draft.date).success &&
    planContact.input.shape.time.safeParse(draft.time).success;
  const minutes = usualMinutes(draft.kind);
  const talks = isMoment ? planFirstTalks(benefits.length, { date: draft.date, time: draft.time }, minutes) : [];
  const submit = () => {
    const found: FieldError[] = [];
    if (!enrol.input.shape.from.safeParse(draft.from).success) found.push({ field: 'from', text: say('error.from') });
    if (draft.plans) {
      if (draft.adviserId === '') found.push({ field: 'adviser', text: say('error.adviser') });
      if (!planContact.input.shape.date.safeParse(draft.date).success)
        found.push({ field: 'date', text: say('error.date') });
      if (!planContact.input.shape.time.safeParse(draft.time).success)
        found.push({ field: 'time', text: say('error.time') });
    }
    setErrors(found);
    if (found.length > 0) return;
    const adviser = advisers.find((each) => each.id === draft.adviserId) ?? null;
    const { kind, channel } = draft;
    const plan = draft.plans ? { kind, channel, talks } : null;
    whenSaved(write.mutateAsync({ enrols: true, benefits, from: draft.from, adviser, plan }), props.onDone);
  };
  const moment = (talk: Talk | undefined) =>
    talk === undefined
      ? ''
      : say('moment', { date: formatDate(talk.date, locale), time: formatTime(talk.time, locale) });
  return (
    <Section title={say('formTitle', { count: benefits.length })}>
      <div ref={place} style={{ maxWidth: 'var(--ui-measure)' }}>
        <Form
          label={say('takeIn')}
          submitWord={say('submit')}
          busy={write.isPending}
          errors={errors}
          onSubmit={submit}
          before={
            write.isError ? (
              <Notice kind="error" title={say('enrolFailed')} code={write.error.code}>
                {write.error.title || say('fault')}
              </Notice>
            ) : undefined
          }
          otherActions={<ActionButton onClick={props.onCancel}>{say('cancel')}</ActionButton>}
        >
          <DateField
            label={say('from')}
            name="from"
            short
            value={draft.from}
            onChange={(from) => change({ from })}
            error={errorOf('from')}
          />
          <SelectField
            label={say('adviser')}
            hint={say('adviserHint')}
            name="adviser"
            value={draft.adviserId}
            onChange={(adviserId) => change({ adviserId })}
            error={errorOf('adviser')}
            options={[
              { value: '', word: say('noAdviser') },
              ...advisers.map(({ id, name, officeName }) => ({ value: id, word: `${name}, ${officeName}` })),
            ]}
          />
          <CheckboxField
            label={say('plan')}
            hint={benefits.length > 1 ? say('planHint') : undefined}
            name="plan"
            checked={draft.plans}
            onChange={(plans) => change({ plans })}
          />
          {draft.plans ? (
            <>
              <Beside>
                <SelectField
                  label={say('kind')}
                  name="kind"
                  value={draft.kind}
                  onChange={(kind) => change({ kind: kind as Kind })}
                  options={talkKinds.map((kind) => ({ value: kind, word: sayContact(`kind.${kind}`) }))}
                />
                <SelectField
                  label={say('channel')}
                  name="channel"
                  value={draft.channel}
                  onChange={(channel) => change({ channel: channel as Channel })}
                  options={talkChannels.map((channel) => ({ value: channel, word: sayContact(`channel.${channel}`) }))}
                />
              </Beside>
              <Beside>
                <DateField
                  label={say('date')}
                  name="date"
                  short
                  value={draft.date}
                  onChange={(date) => change({ date })}
                  error={errorOf('date')}
                />
                <TimeField
                  label={say('time')}
                  name="time"
                  short
                  value={draft.time}
                  onChange={(time) => change({ time })}
                  error={errorOf('time')}
                />
              </Beside>
              {isMoment ? (
                <p className="ui-small">
                  {say(talks.length > 1 ? 'talks' : 'talk', {
                    minutes,
                    first: moment(talks[0]),
                    last: moment(talks.at(-1)),
                  })}
                </p>
              ) : null}
            </>
          ) : null}
        </Form>
      </div>
    </Section>
  );
}

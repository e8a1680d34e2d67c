import type { ReactNode } from 'react';
import { lastDayBefore } from '../../../../time/calendar-date.ts';
import { Beside, RadioField, SelectField } from '../../../../ui/forms/choice-field.tsx';
import { TextAreaField } from '../../../../ui/forms/text-field.tsx';
import { DateField, NumberField, TimeField } from '../../../../ui/forms/typed-field.tsx';
import { type Kind, usualMinutes } from '../../index.ts';
import { channelsOf, conversationKinds, type Draft, type DraftField, otherKinds, withKind } from './draft.ts';
import { useContactWords } from './words.ts';

export interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** What is missing or wrong in a field, once it was left or saving was tried. */
  readonly errorOf: (field: DraftField) => string | undefined;
  /** What is odd about a field; never blocks. */
  readonly warningOf: (field: DraftField) => ReactNode;
}

/** Kind and way of contact; conversations in sight, the rest behind one choice. */
export function KindFields(props: FieldsProps) {
  const { say } = useContactWords();
  const { draft, onChange, errorOf } = props;
  const isOther = !conversationKinds.includes(draft.kind as Kind);
  const choose = (kind: string) => onChange(withKind(draft, (kind === 'other' ? otherKinds[0] : kind) as Kind));
  return (
    <>
      <RadioField
        label={say('kind')}
        name="kind"
        stacked
        value={isOther ? 'other' : draft.kind}
        onChange={choose}
        error={errorOf('kind')}
        options={[
          ...conversationKinds.map((kind) => ({ value: kind, word: say(`kind.${kind}`) })),
          { value: 'other', word: say('kind.other') },
        ]}
      />
      {isOther ? (
        <SelectField
          label={say('otherKind')}
          name="otherKind"
          value={draft.kind}
          onChange={choose}
          options={otherKinds.map((kind) => ({ value: kind, word: say(`kind.${kind}`) }))}
        />
      ) : null}
      <ChannelField {...props} />
    </>
  );
}

export function ChannelField({ draft, onChange, errorOf }: FieldsProps) {
  const { say } = useContactWords();
  return (
    <RadioField
      label={say('channel')}
      name="channel"
      value={draft.channel}
      onChange={(channel) => onChange({ ...draft, channel })}
      error={errorOf('channel')}
      options={channelsOf(draft).map((channel) => ({ value: channel, word: say(`channel.${channel}`) }))}
    />
  );
}

/** What came of it. A planned contact can also have been moved: then the form asks the new moment. */
export function OutcomeField({ draft, onChange, errorOf, canMove }: FieldsProps & { readonly canMove: boolean }) {
  const { say } = useContactWords();
  const choices = ['held', 'not_reached', 'no_show', 'cancelled', ...(canMove ? (['moved'] as const) : [])] as const;
  return (
    <RadioField
      label={say('outcome')}
      name="outcome"
      stacked
      value={draft.outcome}
      onChange={(outcome) => onChange({ ...draft, outcome })}
      error={errorOf('outcome')}
      options={choices.map((choice) => ({ value: choice, word: say(`choice.${choice}`) }))}
    />
  );
}

/** Date and time, and the minutes of a conversation that was held. */
export function WhenFields(props: FieldsProps & { readonly withMinutes: boolean; readonly isNew: boolean }) {
  const { say } = useContactWords();
  const { draft, onChange, errorOf, warningOf } = props;
  const kind = draft.kind as Kind;
  return (
    <div>
      <Beside>
        <DateField
          label={say(props.isNew ? 'newDate' : 'date')}
          name="date"
          value={draft.date}
          onChange={(date) => onChange({ ...draft, date })}
          error={errorOf('date')}
          warning={warningOf('date')}
        />
        <TimeField
          label={say('time')}
          name="time"
          value={draft.time}
          onChange={(time) => onChange({ ...draft, time })}
          error={errorOf('time')}
          warning={warningOf('time')}
        />
        {props.withMinutes ? (
          <NumberField
            label={say('minutes')}
            name="minutes"
            value={draft.minutes}
            onChange={(minutes) => onChange({ ...draft, minutes })}
            error={errorOf('minutes')}
          />
        ) : null}
      </Beside>
      {props.withMinutes ? (
        <p className="ui-hint">{say('usual', { kind: say(`kind.${kind}`), minutes: usualMinutes(kind) })}</p>
      ) : null}
    </div>
  );
}

export function ReportField({ draft, onChange, errorOf }: FieldsProps) {
  const { say } = useContactWords();
  return (
    <TextAreaField
      label={say('report')}
      name="report"
      hint={say('reportHint')}
      value={draft.report}
      onChange={(report) => onChange({ ...draft, report })}
      error={errorOf('report')}
    />
  );
}

/** The next appointment in the same sheet; its time and kind are asked once there is a date. */
export function NextFields({ draft, onChange, errorOf, warningOf }: FieldsProps) {
  const { say } = useContactWords();
  return (
    <>
      <DateField
        label={say('next')}
        name="nextDate"
        optional={draft.nextDate === ''}
        value={draft.nextDate}
        onChange={(nextDate) => onChange({ ...draft, nextDate })}
        error={errorOf('nextDate')}
        warning={warningOf('nextDate')}
      />
      {draft.nextDate === '' ? null : (
        <Beside>
          <TimeField
            label={say('nextTime')}
            name="nextTime"
            value={draft.nextTime}
            onChange={(nextTime) => onChange({ ...draft, nextTime })}
            error={errorOf('nextTime')}
          />
          <SelectField
            label={say('nextKind')}
            name="nextKind"
            value={draft.nextKind}
            onChange={(nextKind) => onChange({ ...draft, nextKind })}
            options={conversationKinds.map((kind) => ({ value: kind, word: say(`kind.${kind}`) }))}
          />
        </Beside>
      )}
    </>
  );
}

export function ReasonField({ draft, onChange, errorOf }: FieldsProps) {
  const { say } = useContactWords();
  return (
    <TextAreaField
      label={say('reason')}
      name="reason"
      hint={say('reasonHint')}
      rows={2}
      value={draft.reason}
      onChange={(reason) => onChange({ ...draft, reason })}
      error={errorOf('reason')}
    />
  );
}

export interface BenefitChoice {
  readonly benefitId: string;
  readonly scheme: string;
  readonly startDate: string;
  readonly endDate: string | null;
}

/** With which benefit the row is kept; asked only when there is a choice. */
export function BenefitField({
  draft,
  onChange,
  benefits,
  wordOf,
}: FieldsProps & {
  readonly benefits: readonly BenefitChoice[];
  readonly wordOf: (benefit: BenefitChoice) => string;
}) {
  const { say } = useContactWords();
  if (benefits.length < 2) return null;
  return (
    <SelectField
      label={say('benefit')}
      name="benefitId"
      hint={say('benefitHint')}
      value={draft.benefitId}
      onChange={(benefitId) => onChange({ ...draft, benefitId })}
      options={benefits.map((benefit) => ({ value: benefit.benefitId, word: wordOf(benefit) }))}
    />
  );
}

/** The benefits that a contact on a day can go with: open ones first, the one that is chosen always. */
export function choicesOf(
  benefits: readonly BenefitChoice[],
  { today, chosen }: { readonly today: string; readonly chosen: string },
): readonly BenefitChoice[] {
  const isOpen = (benefit: BenefitChoice) => benefit.endDate === null || lastDayBefore(benefit.endDate) >= today;
  return benefits.filter((benefit) => isOpen(benefit) || benefit.benefitId === chosen);
}

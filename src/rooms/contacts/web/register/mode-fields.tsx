import type { ReactNode } from 'react';
import {
  ChannelField,
  KindFields,
  NextFields,
  OutcomeField,
  ReasonField,
  ReportField,
  WhenFields,
} from './contact-fields.tsx';
import type { AboutContact, Mode } from './draft.ts';
import type { useContactForm } from './use-contact-form.ts';

/** The fields that go with what one does. */
export function ModeFields(props: {
  readonly mode: Mode;
  readonly about: AboutContact | undefined;
  readonly form: ReturnType<typeof useContactForm>;
  readonly benefitField: ReactNode;
}) {
  const { mode, about, benefitField } = props;
  const { acting, draft, fields } = props.form;
  return (
    <>
      {mode === 'report' || mode === 'correct' ? (
        <>
          {acting === 'move' ? null : <KindFields {...fields} />}
          <OutcomeField {...fields} canMove={mode === 'report' && about !== undefined} />
          {acting === 'move' ? <ChannelField {...fields} /> : null}
          <WhenFields {...fields} withMinutes={draft.outcome === 'held'} isNew={acting === 'move'} />
          {acting === 'move' ? null : <ReportField {...fields} />}
          {acting === 'report' ? <NextFields {...fields} /> : null}
          {acting === 'correct' ? <ReasonField {...fields} /> : null}
          {acting === 'report' && about === undefined ? benefitField : null}
        </>
      ) : null}
      {mode === 'plan' ? (
        <>
          <KindFields {...fields} />
          <WhenFields {...fields} withMinutes={false} isNew={false} />
          {benefitField}
        </>
      ) : null}
      {mode === 'move' ? (
        <>
          <WhenFields {...fields} withMinutes={false} isNew />
          <ChannelField {...fields} />
        </>
      ) : null}
      {mode === 'withdraw' ? <ReasonField {...fields} /> : null}
    </>
  );
}

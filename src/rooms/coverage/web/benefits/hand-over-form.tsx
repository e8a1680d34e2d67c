import { useEffect, useRef, useState } from 'react';
import { whenSaved } from '../../../../platform/web/query.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { SelectField } from '../../../../ui/forms/choice-field.tsx';
import { type FieldError, Form } from '../../../../ui/forms/form.tsx';
import { DateField } from '../../../../ui/forms/typed-field.tsx';
import { Section } from '../../../../ui/frame/section.tsx';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { useMe } from '../../../organisation/web/me.tsx';
import { assign } from '../../../registry/index.ts';
import { type FigureBenefit, type TakenIn, useTakeIn } from './take-in.ts';
import { useAdvisers } from './use-advisers.ts';
import { useBenefitWords } from './words.ts';

/** To whom and from when: one form for all that were chosen. */
export function HandOverForm(props: {
  readonly benefits: readonly FigureBenefit[];
  readonly onDone: (done: TakenIn) => void;
  readonly onCancel: () => void;
}) {
  const { say } = useBenefitWords();
  const me = useMe();
  const { benefits } = props;
  const write = useTakeIn();
  const advisers = useAdvisers(benefits);
  const [from, setFrom] = useState(me.today);
  const [adviserId, setAdviserId] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('select')?.focus(), []);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const submit = () => {
    const adviser = advisers.find((each) => each.id === adviserId);
    const found: FieldError[] = [];
    if (adviser === undefined) found.push({ field: 'adviser', text: say('error.toAdviser') });
    if (!assign.input.shape.from.safeParse(from).success) found.push({ field: 'from', text: say('error.from') });
    setErrors(found);
    if (adviser === undefined || found.length > 0) return;
    whenSaved(write.mutateAsync({ enrols: false, benefits, from, adviser, plan: null }), props.onDone);
  };
  return (
    <Section title={say('handOverTitle', { count: benefits.length })}>
      <div ref={place} style={{ maxWidth: 'var(--ui-measure)' }}>
        <Form
          label={say('handOver')}
          submitWord={say('handOver')}
          busy={write.isPending}
          errors={errors}
          onSubmit={submit}
          before={
            write.isError ? (
              <Notice kind="error" title={say('handOverFailed')} code={write.error.code}>
                {write.error.title || say('fault')}
              </Notice>
            ) : undefined
          }
          otherActions={<ActionButton onClick={props.onCancel}>{say('cancel')}</ActionButton>}
        >
          <SelectField
            label={say('toAdviser')}
            hint={say('adviserHint')}
            name="adviser"
            value={adviserId}
            onChange={setAdviserId}
            error={errorOf('adviser')}
            options={[
              { value: '', word: say('chooseAdviser') },
              ...advisers.map(({ id, name, officeName }) => ({ value: id, word: `${name}, ${officeName}` })),
            ]}
          />
          <DateField
            label={say('handOverFrom')}
            name="from"
            short
            value={from}
            onChange={setFrom}
            error={errorOf('from')}
          />
        </Form>
      </div>
    </Section>
  );
}

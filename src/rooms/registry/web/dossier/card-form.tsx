import { type ReactNode, useState } from 'react';
import { problemOf } from '../../../../platform/web/invoke.ts';
import { ActionButton } from '../../../../ui/actions/action-button.tsx';
import { type FieldError, Form } from '../../../../ui/forms/form.tsx';
import { Notice } from '../../../../ui/notices/notice.tsx';
import { useDossierWords } from './words.ts';

export interface CardFormProps {
  readonly label: string;
  /** What is still needed, in the order of the form. */
  readonly findFaults: () => readonly FieldError[];
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly problem: Error | null;
  /** What saving will do, when the fields do not say it. */
  readonly note?: ReactNode | undefined;
  /** Fields; `errorOf` gives what a try to save found wrong with one. */
  readonly children: (errorOf: (field: string) => string | undefined) => ReactNode;
}

/** A small form on a card: what is typed stays when saving fails. */
export function CardForm(props: CardFormProps) {
  const { say } = useDossierWords();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const problem = props.problem === null ? null : problemOf(props.problem);
  const isSilent = problem !== null && (problem.status === 0 || problem.status >= 500 || problem.title === '');
  return (
    <Form
      label={props.label}
      errors={errors}
      busy={props.busy}
      submitWord={say('save')}
      otherActions={<ActionButton onClick={props.onClose}>{say('cancel')}</ActionButton>}
      before={
        <>
          {props.note ? <Notice kind="info">{props.note}</Notice> : null}
          {problem === null ? null : (
            <Notice kind="error" title={say('failed')} code={problem.code}>
              {isSilent ? say('failedText') : problem.title}
            </Notice>
          )}
        </>
      }
      onSubmit={() => {
        const found = props.findFaults();
        setErrors(found);
        if (found.length === 0) props.onSubmit();
      }}
    >
      {props.children((field) => errors.find((error) => error.field === field)?.text)}
    </Form>
  );
}

/** A button on a card that opens its form in its place. */
export function OpeningForm(props: { readonly word: string; readonly children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return props.children(() => setOpen(false));
  return (
    <ActionButton slim onClick={() => setOpen(true)}>
      {props.word}
    </ActionButton>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { StateMark } from '../marks/state-mark.tsx';
import { useWords } from '../use-words.tsx';

export interface FieldError {
  /** Name of the field. */
  readonly field: string;
  readonly text: string;
}

export interface FormProps {
  /** Fields with a problem, in the order of the form; given after a try to save. */
  readonly errors?: readonly FieldError[] | undefined;
  readonly onSubmit: () => void;
  readonly submitWord: string;
  readonly busy?: boolean | undefined;
  /** Cancel and other ways out, after the submit button. */
  readonly otherActions?: ReactNode | undefined;
  /** What saving will do, or what went wrong: notices before the buttons. */
  readonly before?: ReactNode | undefined;
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A form: summary of what is still needed, fields, notices, buttons. The browser checks nothing: we say it in our words. Ctrl or Cmd and Enter save from any field. */
export function Form(props: FormProps) {
  return (
    <form
      className="ui-form"
      noValidate
      aria-label={props.label}
      onKeyDown={(event) => {
        // also from a field of several lines, where Enter alone is a new line
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.busy) props.onSubmit();
      }}
    >
      <ErrorSummary errors={props.errors ?? []} />
      <div className="ui-fields">{props.children}</div>
      {props.before}
      <div className="ui-actions">
        <ActionButton kind="first" type="submit" busy={props.busy ?? false}>
          {props.submitWord}
        </ActionButton>
        {props.otherActions}
      </div>
    </form>
  );
}

/** What is still needed, all at once, each a link to its field. Takes the focus whenever a new try brought errors. */
export function ErrorSummary(props: { readonly errors: readonly FieldError[] }) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { errors } = props;
  useEffect(() => {
    if (errors.length > 0) place.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="ui-notice" data-colour="brick" role="alert" tabIndex={-1} ref={place}>
      <p>
        <StateMark
          sign={{ word: say('ui.errorSummary', { count: errors.length }), shape: 'triangle', colour: 'brick' }}
        />
      </p>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a
              className="utrecht-link utrecht-link--html-a"
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.field)?.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
      <p className="ui-small">{say('ui.nothingLost')}</p>
    </div>
  );
}

import { FormLabel } from '@utrecht/form-label-react';
import { type ReactNode, useId } from 'react';
import { StateMark } from '../marks/state-mark.tsx';
import { useWords } from '../use-words.tsx';

/** What every field takes. */
export interface FieldProps {
  readonly label: string;
  /** Also the id, so that an error summary can point at it. */
  readonly name: string;
  readonly hint?: ReactNode | undefined;
  readonly optional?: boolean | undefined;
  /** What is missing or wrong, and how to put it right. */
  readonly error?: ReactNode | undefined;
  /** What is odd; never blocks. */
  readonly warning?: ReactNode | undefined;
}

export interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly hintId: string;
  readonly messageId: string;
}

/** The ids that tie label, hint, error and warning of one field together. */
export function useFieldIds(props: FieldProps): FieldIds {
  const base = useId();
  const hintId = `${base}-hint`;
  const messageId = `${base}-message`;
  const described = [props.hint ? hintId : '', props.error || props.warning ? messageId : ''].filter(Boolean);
  return {
    id: props.name,
    describedBy: described.join(' ') || undefined,
    invalid: Boolean(props.error),
    hintId,
    messageId,
  };
}

/** Label, hint, control, message: one field. */
export function Field(
  props: FieldProps & { readonly ids: FieldIds; readonly short?: boolean | undefined; readonly children: ReactNode },
) {
  const { say } = useWords();
  const { ids } = props;
  return (
    <div className="ui-field" data-state={fieldState(props)} data-size={props.short ? 'short' : undefined}>
      <FormLabel className="ui-label" htmlFor={ids.id}>
        {props.label}
        {props.optional ? <span className="ui-optional"> {say('ui.optional')}</span> : null}
      </FormLabel>
      {props.hint ? (
        <p className="ui-hint" id={ids.hintId}>
          {props.hint}
        </p>
      ) : null}
      {props.children}
      <FieldMessage {...props} />
    </div>
  );
}

export function fieldState(props: FieldProps): 'error' | 'warning' | undefined {
  return props.error ? 'error' : props.warning ? 'warning' : undefined;
}

/** The error or the warning under a field: a bar, a state, what to do. An error hides a warning. */
export function FieldMessage(props: FieldProps & { readonly ids: FieldIds }) {
  const { say } = useWords();
  const text = props.error ?? props.warning;
  const isError = Boolean(props.error);
  return (
    <div id={props.ids.messageId} aria-live="polite">
      {text ? (
        <div className="ui-notice" data-small="" data-colour={isError ? 'brick' : 'amber'}>
          <p>
            <StateMark
              sign={
                isError
                  ? { word: say('ui.fieldError'), shape: 'triangle', colour: 'brick' }
                  : { word: say('ui.fieldWarning'), shape: 'diamond', colour: 'amber' }
              }
            />
          </p>
          <div>{text}</div>
        </div>
      ) : null}
    </div>
  );
}

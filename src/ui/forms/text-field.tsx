import { Textbox } from '@utrecht/textbox-react';
import type { HTMLInputAutoCompleteAttribute } from 'react';
import { Field, type FieldProps, useFieldIds } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly short?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly type?: 'text' | 'search' | 'password' | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const ids = useFieldIds(props);
  return (
    <Field {...props} ids={ids}>
      <Textbox
        id={ids.id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete ?? 'off'}
        invalid={ids.invalid}
        aria-describedby={ids.describedBy}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

export interface TextAreaFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const ids = useFieldIds(props);
  return (
    <Field {...props} ids={ids}>
      <textarea
        className={`utrecht-textarea utrecht-textarea--html-textarea${ids.invalid ? ' utrecht-textarea--invalid' : ''}`}
        id={ids.id}
        name={props.name}
        rows={props.rows ?? 3}
        value={props.value}
        maxLength={props.maxLength}
        aria-invalid={ids.invalid || undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

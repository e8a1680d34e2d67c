import { Textbox } from '@utrecht/textbox-react';
import { useState } from 'react';
import { formatDateInput, formatTimeInput } from '../format.ts';
import { parseDateInput, parseNumberInput, parseTimeInput } from '../parse-input.ts';
import { useLocale } from '../use-words.tsx';
import { Field, type FieldProps, useFieldIds } from './field.tsx';

export interface TypedFieldProps extends FieldProps {
  /** Plain data ("2019-09-13", "10:30", "5.3") when what was typed is understood, else exactly what was typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly short?: boolean | undefined;
}

interface Notation {
  readonly read: (typed: string) => string | undefined;
  readonly write: (value: string) => string;
  readonly inputMode: 'numeric' | 'decimal';
  readonly alignRight?: boolean | undefined;
}

/** A date, typed as 13-9-2019; the form gets YYYY-MM-DD, or the typed text when it is not a date. */
export function DateField(props: TypedFieldProps) {
  return <TypedField {...props} notation={{ read: parseDateInput, write: formatDateInput, inputMode: 'numeric' }} />;
}

/** A time of day, typed as 10.30 or 10:30; the form gets HH:MM. */
export function TimeField(props: TypedFieldProps) {
  const locale = useLocale();
  const write = (value: string) => formatTimeInput(value, locale);
  return <TypedField {...props} notation={{ read: parseTimeInput, write, inputMode: 'numeric' }} />;
}

/** A number, with comma or point; the form gets plain notation with a point. */
export function NumberField(props: TypedFieldProps) {
  const locale = useLocale();
  const write = (value: string) => (locale === 'nl' ? value.replace('.', ',') : value);
  return <TypedField {...props} notation={{ read: parseNumberInput, write, inputMode: 'decimal', alignRight: true }} />;
}

function TypedField(props: TypedFieldProps & { readonly notation: Notation }) {
  const ids = useFieldIds(props);
  const { read, write, inputMode, alignRight } = props.notation;
  const shown = (value: string) => (read(value) === value ? write(value) : value);
  const [text, setText] = useState(() => shown(props.value));
  // the form set another value than the text stands for (a usual duration, an undo): show that
  const standing = (read(text) ?? text) === props.value ? text : shown(props.value);
  return (
    <Field {...props} ids={ids}>
      <Textbox
        id={ids.id}
        name={props.name}
        className={alignRight ? 'ui-number' : undefined}
        inputMode={inputMode}
        autoComplete="off"
        value={standing}
        invalid={ids.invalid}
        aria-describedby={ids.describedBy}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          props.onChange(read(typed) ?? typed);
        }}
        onBlur={() => setText(shown(props.value))}
      />
    </Field>
  );
}

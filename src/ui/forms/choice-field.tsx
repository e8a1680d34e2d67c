import { Checkbox } from '@utrecht/checkbox-react';
import { FieldsetLegend, FieldsetOnly } from '@utrecht/fieldset-react';
import { FormLabel } from '@utrecht/form-label-react';
import { RadioButton } from '@utrecht/radio-button-react';
import type { ReactNode } from 'react';
import { useWords } from '../use-words.tsx';
import { Field, FieldMessage, type FieldProps, fieldState, useFieldIds } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly word: string;
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a list that is too long to show. */
export function SelectField(props: ChoiceFieldProps & { readonly emptyWord?: string | undefined }) {
  const { say } = useWords();
  const ids = useFieldIds(props);
  const known = props.options.some((option) => option.value === props.value);
  return (
    <Field {...props} ids={ids}>
      <select
        className={`utrecht-select utrecht-select--html-select${ids.invalid ? ' utrecht-select--invalid' : ''}`}
        id={ids.id}
        name={props.name}
        value={props.value}
        aria-invalid={ids.invalid || undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {known ? null : <option value={props.value}>{props.emptyWord ?? say('ui.choose')}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.word}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, all in sight. */
export function RadioField(props: ChoiceFieldProps & { readonly stacked?: boolean | undefined }) {
  const { say } = useWords();
  const ids = useFieldIds(props);
  return (
    <FieldsetOnly className="ui-field" data-state={fieldState(props)} aria-describedby={ids.describedBy}>
      <FieldsetLegend>
        {props.label}
        {props.optional ? <span className="ui-optional"> {say('ui.optional')}</span> : null}
      </FieldsetLegend>
      {props.hint ? (
        <p className="ui-hint" id={ids.hintId}>
          {props.hint}
        </p>
      ) : null}
      <div className="ui-choices" data-stacked={props.stacked ? '' : undefined}>
        {props.options.map((option, index) => (
          <FormLabel type="radio" className="ui-choice" key={option.value}>
            <RadioButton
              // the first carries the id that the error summary points at
              id={index === 0 ? ids.id : undefined}
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.word}
          </FormLabel>
        ))}
      </div>
      <FieldMessage {...props} ids={ids} />
    </FieldsetOnly>
  );
}

export interface CheckboxFieldProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckboxField(props: CheckboxFieldProps) {
  const ids = useFieldIds(props);
  return (
    <div className="ui-field" data-state={fieldState(props)}>
      <FormLabel type="checkbox" className="ui-choice" htmlFor={ids.id}>
        <Checkbox
          id={ids.id}
          name={props.name}
          checked={props.checked}
          aria-invalid={ids.invalid || undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        {props.label}
      </FormLabel>
      {props.hint ? (
        <p className="ui-hint" id={ids.hintId}>
          {props.hint}
        </p>
      ) : null}
      <FieldMessage {...props} ids={ids} />
    </div>
  );
}

/** Short fields side by side: date, time, minutes. */
export function Beside(props: { readonly children: ReactNode }) {
  return <div className="ui-beside">{props.children}</div>;
}

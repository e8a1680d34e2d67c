import { Button } from '@utrecht/button-react';
import { type MouseEvent, type ReactNode, type Ref, useId } from 'react';

export interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  /** `first` is the one action of the place; `plain` looks like a link. */
  readonly kind?: 'first' | 'other' | 'plain' | undefined;
  readonly slim?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** Why it cannot be used now: the button stays reachable, the reason stands beside it. */
  readonly unavailable?: ReactNode | undefined;
  /** It is being done: a second press does nothing. */
  readonly busy?: boolean | undefined;
  /** When the words alone do not say with whom or what. */
  readonly label?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button. Never `disabled`: one that cannot be used says why. */
export function ActionButton({ ref, ...props }: ActionButtonProps) {
  const reasonId = useId();
  const blocked = props.unavailable !== undefined || props.busy === true;
  const shared = {
    type: props.type ?? 'button',
    'aria-disabled': blocked ? true : undefined,
    'aria-busy': props.busy ? true : undefined,
    'aria-describedby': props.unavailable === undefined ? undefined : reasonId,
    'aria-label': props.label,
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      if (blocked) event.preventDefault();
      else props.onClick?.(event);
    },
  };
  const button =
    props.kind === 'plain' ? (
      <button ref={ref} {...shared} className="ui-plain">
        {props.children}
      </button>
    ) : (
      <Button
        ref={ref}
        {...shared}
        appearance={props.kind === 'first' ? 'primary-action-button' : 'secondary-action-button'}
        className={props.slim ? 'ui-button-slim' : undefined}
      >
        {props.children}
      </Button>
    );
  if (props.unavailable === undefined) return button;
  return (
    <>
      {button}
      <span className="ui-small" id={reasonId}>
        {props.unavailable}
      </span>
    </>
  );
}

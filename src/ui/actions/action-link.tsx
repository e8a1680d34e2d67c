import type { ReactNode } from 'react';
import { BareLink } from '../navigation.tsx';

export interface ActionLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly kind?: 'first' | 'other' | undefined;
  readonly slim?: boolean | undefined;
  readonly label?: string | undefined;
  /** File name: the link downloads. */
  readonly download?: string | undefined;
}

/** Goes somewhere and looks like a button. */
export function ActionLink(props: ActionLinkProps) {
  const look = props.kind === 'first' ? 'utrecht-button--primary-action' : 'utrecht-button--secondary-action';
  return (
    <BareLink
      className={`utrecht-button ${look}${props.slim ? ' ui-button-slim' : ''}`}
      href={props.href}
      download={props.download}
      aria-label={props.label}
    >
      {props.children}
    </BareLink>
  );
}

/** Buttons and links in a row. */
export function Actions(props: { readonly children: ReactNode }) {
  return <div className="ui-actions">{props.children}</div>;
}

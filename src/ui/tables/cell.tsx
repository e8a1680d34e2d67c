import type { ReactNode } from 'react';
import { TextLink } from '../navigation.tsx';
import { useWords } from '../use-words.tsx';

/** A dash where there can be no value; read aloud as words. */
export function NotApplicable() {
  const { say } = useWords();
  return (
    <span>
      <span className="ui-quiet" aria-hidden="true">
        –
      </span>
      <span className="ui-only-read">{say('ui.notApplicable')}</span>
    </span>
  );
}

/** A number too small to show to who may not see the people; never looks like zero. */
export function Withheld(props: { readonly children?: ReactNode | undefined }) {
  const { say } = useWords();
  return <span className="ui-withheld">{props.children ?? say('ui.tooSmall')}</span>;
}

/** A number that opens a list. */
export function NumberLink(props: {
  readonly href: string;
  readonly children: ReactNode;
  readonly label?: string | undefined;
}) {
  return (
    <TextLink href={props.href} aria-label={props.label}>
      {props.children}
    </TextLink>
  );
}

/** A value to read across a row: 20 px, its unit smaller; with a link the number opens its list. */
export function Value(props: {
  readonly children: ReactNode;
  readonly unit?: ReactNode | undefined;
  readonly href?: string | undefined;
}) {
  const content = (
    <>
      {props.children}
      {props.unit ? <span className="ui-unit"> {props.unit}</span> : null}
    </>
  );
  return props.href ? (
    <TextLink className="ui-value" href={props.href}>
      {content}
    </TextLink>
  ) : (
    <span className="ui-value">{content}</span>
  );
}

/** Small quiet words under a value. */
export function Sub(props: { readonly children: ReactNode }) {
  return <span className="ui-sub">{props.children}</span>;
}

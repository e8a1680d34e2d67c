import type { ReactNode } from 'react';
import { ActionButton } from '../actions/action-button.tsx';
import { TextLink } from '../navigation.tsx';
import { useWords } from '../use-words.tsx';

export interface FiltersBarProps {
  readonly label: string;
  readonly onApply: () => void;
  /** Address without filters, when any is set. */
  readonly clearHref?: string | undefined;
  /** Fields, in a row. */
  readonly children: ReactNode;
}

/** Fields that narrow a list. Nothing changes until "Toon" or Enter: no surprise while choosing (WCAG 3.2.2). */
export function FiltersBar(props: FiltersBarProps) {
  const { say } = useWords();
  return (
    <form
      className="ui-filters"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onApply();
      }}
    >
      {props.children}
      <ActionButton type="submit">{say('ui.show')}</ActionButton>
      {props.clearHref ? <TextLink href={props.clearHref}>{say('ui.clear')}</TextLink> : null}
    </form>
  );
}

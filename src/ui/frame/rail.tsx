import { Button } from '@utrecht/button-react';
import { useId, useState } from 'react';
import { BareLink } from '../navigation.tsx';
import { useWords } from '../use-words.tsx';

export interface RailEntry {
  readonly word: string;
  readonly href: string;
}

export interface RailGroup {
  readonly id: string;
  readonly word?: string | undefined;
  readonly entries: readonly RailEntry[];
}

export interface RailProps {
  readonly brand: RailEntry;
  readonly groups: readonly RailGroup[];
  readonly currentHref: string | undefined;
}

/** The rail at the left; a menu button on narrow screens. */
export function Rail(props: RailProps) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="ui-rail">
      <div className="ui-rail-in">
        <BareLink className="ui-brand" href={props.brand.href}>
          {props.brand.word}
        </BareLink>
        <Button
          className="ui-menu ui-button-slim"
          appearance="secondary-action-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {say('ui.menu')}
        </Button>
        <nav className="ui-rail-entries" id={id} aria-label={say('ui.mainNavigation')}>
          {props.groups.map((group) => (
            <Entries key={group.id} {...props} group={group} onFollow={() => setOpen(false)} />
          ))}
        </nav>
      </div>
    </div>
  );
}

function Entries(props: RailProps & { readonly group: RailGroup; readonly onFollow: () => void }) {
  const id = useId();
  const { group } = props;
  return (
    <>
      {group.word ? (
        <p className="ui-rail-group" id={id}>
          {group.word}
        </p>
      ) : null}
      <ul aria-labelledby={group.word ? id : undefined}>
        {group.entries.map((entry) => (
          <li key={entry.href}>
            <BareLink
              href={entry.href}
              aria-current={entry.href === props.currentHref ? 'page' : undefined}
              onClick={props.onFollow}
            >
              {entry.word}
            </BareLink>
          </li>
        ))}
      </ul>
    </>
  );
}

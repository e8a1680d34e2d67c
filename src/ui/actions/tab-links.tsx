import { BareLink } from '../navigation.tsx';

export interface TabLink {
  readonly word: string;
  readonly href: string;
  readonly count?: string | undefined;
  readonly current?: boolean | undefined;
}

/** Views of one thing, each with its own address: links, so back and sharing work. */
export function TabLinks(props: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={props.label}>
      <ul className="ui-tabs">
        {props.tabs.map((tab) => (
          <li key={tab.href}>
            <BareLink href={tab.href} aria-current={tab.current ? 'true' : undefined}>
              {tab.word}
              {tab.count === undefined ? null : <span className="ui-n"> {tab.count}</span>}
            </BareLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

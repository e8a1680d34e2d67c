import { Link } from '@utrecht/link-react';
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type ReactNode, useContext } from 'react';

/** How a link of the product is followed without loading the page anew; the app gives its router's way. */
export type Navigate = (href: string) => void;

const NavigationContext = createContext<Navigate | undefined>(undefined);

export function NavigationProvider(props: { readonly navigate: Navigate; readonly children: ReactNode }) {
  return <NavigationContext value={props.navigate}>{props.children}</NavigationContext>;
}

/** Follows a link of this product inside the page; new tabs, downloads, anchors and other sites are left to the browser. */
export function useFollow(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const navigate = useContext(NavigationContext);
  return (event) => {
    const link = event.currentTarget;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const here = link.target === '' && !link.hasAttribute('download') && link.origin === window.location.origin;
    const anchor = link.getAttribute('href')?.startsWith('#') ?? true;
    if (!navigate || !plain || !here || anchor || event.defaultPrevented) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  };
}

export interface TextLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'placeholder'> {
  readonly href: string;
}

/** A link in a line of text. */
export function TextLink(props: TextLinkProps) {
  const follow = useFollow();
  return (
    <Link
      {...props}
      onClick={(event) => {
        props.onClick?.(event);
        follow(event);
      }}
    />
  );
}

/** A link that brings its own look: rail, tabs, counters, bars. */
export function BareLink(props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const follow = useFollow();
  const { href, children, onClick, ...rest } = props;
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        follow(event);
      }}
    >
      {children}
    </a>
  );
}

import { createContext, type ReactNode, useContext } from 'react';
import type { OutputOf } from '../../../platform/contract.ts';
import type { showMe } from '../contract.ts';

export type Me = OutputOf<typeof showMe>;

const MeContext = createContext<Me | null>(null);

export function MeProvider(props: { readonly me: Me; readonly children: ReactNode }) {
  return <MeContext value={props.me}>{props.children}</MeContext>;
}

/** Who is signed in. Only below `MeProvider`: every page but the sign-in page. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('nobody is signed in here');
  return me;
}

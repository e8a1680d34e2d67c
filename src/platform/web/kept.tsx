import { createContext, type ReactNode, useContext, useState } from 'react';

const Kept = createContext<Map<string, unknown> | null>(null);

/** Memory of one person at work: it outlives the pages and goes with the person. */
export function KeptProvider(props: { readonly children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <Kept value={kept}>{props.children}</Kept>;
}

/** What stands in that memory under a name; made the first time. Holds what was typed and not saved, never an answer. */
export function useKept<Value>(name: string, make: () => Value): Value {
  const kept = useContext(Kept);
  if (kept === null) throw new Error('nobody is at work here');
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as Value;
}

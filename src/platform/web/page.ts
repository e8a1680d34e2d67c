import type { ReactElement } from 'react';

/** A screen as a room hands it to the app: an address and what stands there. */
export interface PageRoute {
  /** Path of react-router, without the leading slash. Its first part is the page whose readers may open it. */
  readonly path: string;
  /** Other pages whose readers may open it too, because their figures open it. */
  readonly alsoFrom?: readonly string[];
  readonly element: ReactElement;
}

/** Pages of which one must be open to the reader of a route. */
export function pagesOfRoute({ path, alsoFrom = [] }: PageRoute): readonly string[] {
  return [path.split('/')[0] ?? path, ...alsoFrom];
}

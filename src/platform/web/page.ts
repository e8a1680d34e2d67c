import type { ReactElement } from 'react';

/** A screen as a room hands it to the app: an address and what stands there. */
export interface PageRoute {
  /** Path of react-router, without the leading slash. */
  readonly path: string;
  readonly element: ReactElement;
}

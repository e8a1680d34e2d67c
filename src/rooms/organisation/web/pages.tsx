import type { PageRoute } from '../../../platform/web/page.ts';
import { PeoplePage } from './people-page.tsx';

export const organisationPages: readonly PageRoute[] = [{ path: 'people', element: <PeoplePage /> }];

import type { PageRoute } from '../../../../platform/web/page.ts';
import { NormsPage } from './norms-page.tsx';

export const normsPages: readonly PageRoute[] = [{ path: 'norms', element: <NormsPage /> }];

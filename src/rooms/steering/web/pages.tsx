import type { PageRoute } from '../../../platform/web/page.ts';
import { AgreementsPage } from './agreements-page.tsx';

export const steeringPages: readonly PageRoute[] = [{ path: 'agreements', element: <AgreementsPage /> }];

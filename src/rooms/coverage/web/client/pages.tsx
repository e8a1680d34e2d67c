import type { PageRoute } from '../../../../platform/web/page.ts';
import { ClientPage } from './client-page.tsx';

export const clientPages: readonly PageRoute[] = [{ path: 'clients/:clientId', element: <ClientPage /> }];

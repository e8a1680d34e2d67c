import type { PageRoute } from '../../../../platform/web/page.ts';
import { ClientsPage } from './clients-page.tsx';

export const clientsPages: readonly PageRoute[] = [{ path: 'clients', element: <ClientsPage /> }];

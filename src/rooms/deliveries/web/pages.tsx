import type { PageRoute } from '../../../platform/web/page.ts';
import { DeliveriesPage } from './deliveries-page.tsx';
import { DeliveryPage } from './delivery-page.tsx';

export const deliveriesPages: readonly PageRoute[] = [
  { path: 'deliveries', element: <DeliveriesPage /> },
  { path: 'deliveries/:deliveryId', element: <DeliveryPage /> },
];

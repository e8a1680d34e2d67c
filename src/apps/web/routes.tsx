import type { PageRoute } from '../../platform/web/page.ts';
import { registrationPages } from '../../rooms/contacts/web/quality/pages.tsx';
import { clientPages } from '../../rooms/coverage/web/client/pages.tsx';
import { coveragePages } from '../../rooms/coverage/web/coverage/pages.tsx';
import { normsPages } from '../../rooms/coverage/web/norms/pages.tsx';
import { todayPages } from '../../rooms/coverage/web/today/pages.tsx';
import { deliveriesPages } from '../../rooms/deliveries/web/pages.tsx';
import type { Page } from '../../rooms/organisation/index.ts';
import { organisationPages } from '../../rooms/organisation/web/pages.tsx';
import { clientsPages } from '../../rooms/registry/web/search/pages.tsx';
import { steeringPages } from '../../rooms/steering/web/pages.tsx';

/** Every page of the product, as the rooms hand them over. */
export const routes: readonly PageRoute[] = [
  ...steeringPages,
  ...todayPages,
  ...clientPages,
  ...coveragePages,
  ...normsPages,
  ...clientsPages,
  ...registrationPages,
  ...deliveriesPages,
  ...organisationPages,
];

/** The rail: rooms in the order of the loops. A page stands in it when a room brings it and the role may enter. */
export const railGroups: readonly { readonly id: 'first' | 'deliver' | 'manage'; readonly pages: readonly Page[] }[] = [
  { id: 'first', pages: ['agreements'] },
  { id: 'deliver', pages: ['today', 'clients', 'coverage', 'registration'] },
  { id: 'manage', pages: ['norms', 'deliveries', 'people'] },
];

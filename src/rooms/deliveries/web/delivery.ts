import type { OutputOf } from '../../../platform/contract.ts';
import type { showDelivery } from '../index.ts';

/** One delivery as its page reads it. */
export type Delivery = OutputOf<typeof showDelivery>;

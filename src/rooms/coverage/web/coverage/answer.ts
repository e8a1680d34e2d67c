import type { OutputOf } from '../../../../platform/contract.ts';
import type { showCoverage } from '../../index.ts';

/** What the page shows: the figures of a unit and of its parts. */
export type Coverage = OutputOf<typeof showCoverage>;

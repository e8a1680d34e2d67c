import type { OutputOf } from '../../../platform/contract.ts';
import type { showDifference } from '../../coverage/index.ts';
import type { showAgreements } from '../contract.ts';

export type Agreements = OutputOf<typeof showAgreements>;
export type AgreementLine = Agreements['agreements'][number];
export type Difference = OutputOf<typeof showDifference>;

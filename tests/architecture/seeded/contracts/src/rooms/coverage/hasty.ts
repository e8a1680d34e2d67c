import { declared } from '../organisation/contract.ts';
export const hasty = declared;

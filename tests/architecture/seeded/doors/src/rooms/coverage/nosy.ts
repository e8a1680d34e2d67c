import { inner } from '../organisation/inner.ts';
export const nosy = inner;

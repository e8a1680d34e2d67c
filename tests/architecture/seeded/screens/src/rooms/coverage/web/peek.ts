import { inner } from '../../organisation/inner.ts';
export const peek = inner;

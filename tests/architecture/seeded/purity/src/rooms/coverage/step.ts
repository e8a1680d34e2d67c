import { load } from './x.store.ts';
export const step = load;
